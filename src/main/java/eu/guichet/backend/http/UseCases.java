package eu.guichet.backend.http;

import eu.guichet.backend.desk.BatchActs;
import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.desk.CorrectLetter;
import eu.guichet.backend.desk.DecideApproval;
import eu.guichet.backend.desk.Freeze;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.desk.LiftAlert;
import eu.guichet.backend.desk.ManageCallbacks;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.desk.ManageNotices;
import eu.guichet.backend.desk.OrderPrint;
import eu.guichet.backend.desk.Oversee;
import eu.guichet.backend.desk.ReadFigures;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.desk.ReadLetterDesk;
import eu.guichet.backend.desk.ReadSubjectFile;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.RefuseAccess;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.desk.ReportPrint;
import eu.guichet.backend.desk.Resend;
import eu.guichet.backend.desk.TakeBack;
import eu.guichet.backend.desk.Verify;
import eu.guichet.backend.desk.VoidLetter;
import eu.guichet.backend.worklist.ReadWorklists;

/** All that can be done at the desk. */
public record UseCases(
        ManageContacts contacts,
        ReadFile readFile,
        Verify verify,
        Resend resend,
        GenerateLetter generateLetter,
        ClaimLetter claimLetter,
        ReportPrint reportPrint,
        OrderPrint orderPrint,
        VoidLetter voidLetter,
        RecordLetter recordLetter,
        CorrectLetter correctLetter,
        ReadLetterDesk readLetterDesk,
        HandOver handOver,
        TakeBack takeBack,
        ManageCallbacks callbacks,
        ManageNotices notices,
        Freeze freeze,
        LiftAlert liftAlert,
        ReportEvent reportEvent,
        DecideApproval approvals,
        Oversee oversee,
        ReadFigures readFigures,
        ReadSubjectFile readSubjectFile,
        ReadWorklists readWorklists,
        BatchActs batches,
        RefuseAccess refuseAccess) {}
