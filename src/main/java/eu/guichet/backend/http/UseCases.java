package eu.guichet.backend.http;

import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.desk.LetterDocument;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.desk.Resend;
import eu.guichet.backend.desk.Verify;

/** All that can be done at the desk. */
public record UseCases(
        ReadFile readFile,
        Verify verify,
        Resend resend,
        GenerateLetter generateLetter,
        LetterDocument letterDocument,
        RecordLetter recordLetter,
        HandOver handOver,
        ReportEvent reportEvent) {}
