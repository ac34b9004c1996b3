package eu.guichet.desktop.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text about a person that was copied for another program; it goes from the clipboard with the file. For the FX thread only. */
public final class CopiedText {
    private static String last = "";

    private CopiedText() {}

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        last = text;
    }

    /** Empties the clipboard where it still holds what was copied here. */
    public static void forget() {
        if (!last.isEmpty() && last.equals(Clipboard.getSystemClipboard().getString())) {
            Clipboard.getSystemClipboard().clear();
        }
        last = "";
    }
}
