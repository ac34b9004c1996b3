package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.paper.Printing;
import java.util.List;

/**
 * What a letter's paper can be made with at this desk.
 *
 * @param printers the preferred one first
 * @param files whether the policy allows a file
 */
record Means(List<Printing.Printer> printers, boolean files) {
    static final Means NONE = new Means(List.of(), false);

    /** Blocks, in a printer's driver too. Where the policy cannot be asked for, no file is allowed. */
    static Means find(Printing printing, GuichetClient client) {
        return new Means(printing.printers(), files(client));
    }

    private static boolean files(GuichetClient client) {
        try {
            return client.me().desk().savePdf();
        } catch (ClientException unknown) {
            return false;
        }
    }
}
