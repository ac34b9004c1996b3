package eu.guichet.desktop.flow;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.RightOffice;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which office is competent, and what is left for it. */
public final class SampleRightOffice {
    private SampleRightOffice() {}

    /** Of somebody of Luxembourg who speaks German, for an agent of Brussels. */
    public static RightOffice right(boolean mayTransfer, @Nullable OfficeCode register, OfficeNote... notes) {
        return new RightOffice(
                "Luxembourg",
                List.of(
                        "Für Sie ist die Abrechnungsstelle Luxemburg zuständig.",
                        "Ihr Schalter, Drosbach, DRB B2/085, 1882 Luxembourg, ist bis 12:30 Uhr geöffnet.",
                        "Unter +352 4301 36100 erreichen Sie sie telefonisch bis 12:30 Uhr."),
                List.of(
                        "Votre dossier est suivi par le bureau liquidateur de Luxembourg.",
                        "Son guichet, Drosbach, DRB B2/085, 1882 Luxembourg, est ouvert jusqu’à 12:30.",
                        "Au téléphone, +352 4301 36100, on vous répond jusqu’à 12:30."),
                "de",
                SampleFile.NOW.plus(Duration.ofHours(2)),
                register,
                mayTransfer,
                List.of(OfficeCode.LUX, OfficeCode.ISP),
                List.of(notes));
    }

    public static OfficeNote note(String id, String text, OfficeNoteState state, boolean mine, boolean forCaller) {
        return new OfficeNote(
                id,
                "p-1",
                OfficeCode.BRU,
                OfficeCode.LUX,
                text,
                "J. V.",
                SampleFile.NOW.minus(Duration.ofHours(3)),
                state,
                state == OfficeNoteState.OPEN ? null : "M. D.",
                mine,
                forCaller);
    }
}
