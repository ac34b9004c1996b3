package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.ClientException.NotUnderstood;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.sample.SampleFiles;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class IncompleteAnswersTest {
    /** All that a file may leave out; by the records' names, so that nothing becomes optional unnoticed. */
    private static final Set<String> MAY_BE_MISSING = Set.of(
            "email",
            "phone",
            "verification",
            "verificationLock",
            "actions.approval",
            "actions.reason",
            "actions.opensAt",
            "actions.preview",
            "actions.preview.nextPossibleAt",
            "steps.doneAt",
            "steps.note",
            "timeline.by",
            "timeline.messageId",
            "timeline.status",
            "contact",
            "approvals",
            "letters.printedAt",
            "letters.goesBackOn",
            "letters.itemNumber",
            "letters.postedOn",
            "letters.receivedOn",
            "letters.usableUntil");

    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[null]", "[{}]", "[{\"code\":\"BRU\",\"name\":\"Bruxelles\",\"zone\":\"Europe/Brussels\"}]"})
    void a_list_with_holes_is_not_understood(String offices) {
        backend.answers(Answers.text(200, "application/json", offices));
        assertThatThrownBy(backend.client::offices).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void a_problem_that_lacks_a_part_is_not_understood() {
        backend.answers(Answers.text(
                409, "application/problem+json", "{\"type\":\"urn:guichet:problem:action-closed\",\"status\":409}"));
        assertThatThrownBy(backend.client::me).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void no_part_of_a_file_is_missing_unless_the_contract_says_that_it_may_be() {
        Map<String, Boolean> missed = new TreeMap<>();
        for (PensionerFile file : SampleFiles.all()) {
            ObjectNode whole = ContractJson.mapper().valueToTree(file);
            assertThat(read(whole)).isEqualTo(file);
            fillUp(whole);
            leaveOutEach(whole, whole, "", missed);
        }
        assertThat(missed.keySet()).hasSizeGreaterThan(50).containsAll(MAY_BE_MISSING);
        assertThat(missed)
                .allSatisfy(
                        (part, isMissed) -> assertThat(isMissed).as(part).isEqualTo(!MAY_BE_MISSING.contains(part)));
    }

    /** What the samples happen not to have. */
    private static void fillUp(ObjectNode whole) {
        whole.putObject("verification")
                .put("method", "DOCUMENT_SEEN")
                .put("at", "2026-11-23T09:00:00Z")
                .put("validUntil", "2026-11-23T09:15:00Z");
        whole.putObject("verificationLock").put("until", "2026-11-23T10:00:00Z");
        whole.get("letters").forEach(letter -> ((ObjectNode) letter).put("receivedOn", "2026-11-20"));
    }

    /** Takes one part after the other away and puts it back; each once, however often the file has it. */
    private static void leaveOutEach(ObjectNode whole, JsonNode at, String path, Map<String, Boolean> missed) {
        if (at.isArray()) {
            at.forEach(element -> leaveOutEach(whole, element, path, missed));
        } else if (at instanceof ObjectNode object) {
            for (String name : Set.copyOf(object.propertyNames())) {
                String part = path.isEmpty() ? name : path + "." + name;
                JsonNode value = object.remove(name);
                missed.computeIfAbsent(part, _ -> !isUnderstood(whole));
                object.set(name, value);
                leaveOutEach(whole, value, part, missed);
            }
        }
    }

    private static boolean isUnderstood(ObjectNode json) {
        try {
            return read(json) != null;
        } catch (NotUnderstood e) {
            return false;
        }
    }

    private static PensionerFile read(ObjectNode json) {
        return Json.read(ContractJson.mapper().writeValueAsBytes(json), PensionerFile.class, "c");
    }
}
