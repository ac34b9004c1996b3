package eu.guichet.desktop.paper;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The printers of this desk by name, to choose from; the preferred one is chosen before. */
public final class PrinterBox extends ComboBox<Printing.Printer> {
    public PrinterBox(String id) {
        setId(id);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Printing.@Nullable Printer one) {
                return one == null ? "" : one.name();
            }

            @Override
            public Printing.@Nullable Printer fromString(String name) {
                return null;
            }
        });
    }

    /** @param found the preferred one first; may be empty */
    public void offer(List<Printing.Printer> found) {
        getItems().setAll(found);
        setValue(found.isEmpty() ? null : found.getFirst());
    }
}
