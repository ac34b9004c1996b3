package eu.guichet.backend.desk;

/** What can be done about batches. */
public record BatchActs(StartBatch start, ReadBatches read, BatchDocument document, ReportBatch report) {}
