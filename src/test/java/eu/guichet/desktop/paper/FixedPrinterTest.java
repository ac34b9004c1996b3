package eu.guichet.desktop.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedPrinterTest {
    private final List<String> jobs = new ArrayList<>();
    private final Printing system = new OnePrinter((document, job) -> {
        jobs.add(job);
        return Printing.Outcome.SENT;
    });

    @Test
    void the_fixed_printer_is_the_only_one() {
        Printing fixed = new FixedPrinter(system, OnePrinter.PRINTER.name());
        assertThat(fixed.printers()).containsExactly(OnePrinter.PRINTER);
    }

    @Test
    void where_the_machine_does_not_have_it_nothing_is_printed_elsewhere() {
        Printing fixed = new FixedPrinter(system, "BRU-3");
        assertThat(fixed.printers()).isEmpty();
        SealedDocument document = new SealedDocument("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(fixed.print(document, "L-1", OnePrinter.PRINTER)).isEqualTo(Printing.Outcome.NO_PRINTER);
        assertThat(jobs).isEmpty();
    }
}
