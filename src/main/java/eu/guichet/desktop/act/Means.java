package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Me;
import eu.guichet.desktop.paper.Printing;
import java.util.List;

/**
 * What a letter's paper can be made with at this desk.
 *
 * @param printers the preferred one first
 * @param files whether the policy allows a file
 * @param office whether the office's printer prints, and this desk never
 */
record Means(List<Printing.Printer> printers, boolean files, boolean office) {
    static final Means NONE = new Means(List.of(), false, false);

    /** Blocks, in a printer's driver too. Where the policy cannot be asked for, no file is allowed. */
    static Means find(Printing printing, GuichetClient client) {
        try {
            Me.Desk policy = client.me().desk();
            return policy.officePrints()
                    ? new Means(List.of(), false, true)
                    : new Means(printing.printers(), policy.savePdf(), false);
        } catch (ClientException unknown) {
            return new Means(printing.printers(), false, false);
        }
    }
}
