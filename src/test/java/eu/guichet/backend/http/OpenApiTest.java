package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private final Contract contract = Contract.read();

    @Test
    void every_example_is_as_its_schema_has_it() {
        int[] judged = {0};
        examples("", contract.document(), judged);
        assertThat(judged[0]).isGreaterThan(30);
    }

    @Test
    void every_problem_has_an_example() {
        assertThat(contract.document().at("/components/examples").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::key)
                        .collect(Collectors.toSet()));
        for (ProblemType type : ProblemType.values()) {
            JsonNode example = contract.document().at("/components/examples/" + type.key() + "/value");
            contract.judge("/components/schemas/Problem", example);
            assertThat(example.path("status").asInt()).isEqualTo(type.status());
            assertThat(example.path("type").asString()).isEqualTo(type.uri().toString());
        }
    }

    private void examples(String pointer, JsonNode node, int[] judged) {
        if (node.has("schema") && node.has("examples")) {
            node.path("examples").propertyStream().forEach(example -> {
                JsonNode value = example.getValue().path("value");
                if (!value.isMissingNode() && !pointer.endsWith("text~1event-stream")) {
                    contract.judge(pointer + "/schema", value);
                    judged[0]++;
                }
            });
        }
        node.propertyStream()
                .forEach(child -> examples(pointer + "/" + Contract.escaped(child.getKey()), child.getValue(), judged));
    }
}
