package eu.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormattingTest {
    @Test
    void every_source_file_is_as_the_formatter_writes_it() throws IOException, FormatterException {
        List<Path> unformatted = new ArrayList<>();
        for (Path file : Formatter.javaFiles()) {
            String source = Files.readString(file);
            if (!Formatter.format(source).equals(source)) {
                unformatted.add(file);
            }
        }
        assertThat(unformatted).as("run: mvn -q test-compile exec:exec@format").isEmpty();
    }
}
