package eu.guichet.desktop.act;

import eu.guichet.desktop.paper.Printing;
import java.nio.file.Path;

/** Where a letter's paper is made; chosen before anything is generated. */
sealed interface PrintTarget {
    /** On a printer of this desk. */
    record OnPrinter(Printing.Printer printer) implements PrintTarget {}

    /** In a file that the agent prints elsewhere, where the policy allows it. */
    record InFile(Path where) implements PrintTarget {}

    /** By the letter desk of the office. */
    record AtLetterDesk() implements PrintTarget {}
}
