package eu.guichet.backend.desk;

/** What is done so that the right office sees to somebody. */
public record RightOfficeActs(ManageOfficeNotes notes, TransferCompetence transfer) {}
