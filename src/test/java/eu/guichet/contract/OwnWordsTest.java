package eu.guichet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people write in words of their own is read by others: nothing in it makes it show otherwise than it was written. */
class OwnWordsTest {
    private static final String MARKED = "a\u202eb\u200b";

    /** What is asked for or told ends so. */
    private static final List<String> REQUESTS =
            List.of("Request", "Patch", "Decision", "Verdict", "AlertLift", "Justification", "OfficeData");

    /** Ids, numbers and what is looked up: read by programs, each in a way of its own. */
    private static final Set<String> NO_WORDS = Set.of(
            "pensionerId",
            "handover",
            "id",
            "ticket",
            "claim",
            "itemNumber",
            "scanned",
            "query",
            "pensionNumber",
            "postcode",
            "prefix",
            "people",
            "letters");

    @Test
    void in_whatever_is_told_in_one_s_own_words_the_marks_that_nobody_sees_are_taken_out()
            throws ReflectiveOperationException {
        int found = 0;
        for (Class<?> request : requests().toList()) {
            RecordComponent[] parts = request.getRecordComponents();
            Object told = made(request, parts);
            for (RecordComponent part : parts) {
                if (isText(part) && !NO_WORDS.contains(part.getName())) {
                    var read = part.getAccessor();
                    read.setAccessible(true);
                    assertThat(String.valueOf(read.invoke(told)))
                            .as("%s of %s", part.getName(), request.getSimpleName())
                            .contains("ab");
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(15);
    }

    private static Stream<Class<?>> requests() {
        return new ClassFileImporter()
                .importPackagesOf(Notice.class).stream()
                        .filter(one -> one.isRecord() && REQUESTS.stream().anyMatch(outermost(one)::endsWith))
                        .map(JavaClass::reflect);
    }

    private static String outermost(JavaClass one) {
        return one.getEnclosingClass().map(OwnWordsTest::outermost).orElse(one.getSimpleName());
    }

    private static boolean isText(RecordComponent part) {
        return part.getGenericType().getTypeName().contains("java.lang.String");
    }

    private static Object made(Class<?> request, RecordComponent[] parts) throws ReflectiveOperationException {
        var constructor = request.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(parts).map(OwnWordsTest::value).toArray());
    }

    private static @Nullable Object value(RecordComponent part) {
        Class<?> type = part.getType();
        if (type == String.class) {
            return MARKED;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Map.class) {
            return Map.of("fr", MARKED);
        }
        if (type == List.class) {
            return isText(part) ? List.of(MARKED) : List.of();
        }
        return type.isEnum() ? type.getEnumConstants()[0] : null;
    }
}
