package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioner;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who was found by what is one person's own: a number, an address, a letter. */
final class ByNumber {
    private final Map<String, Set<WhyFound.By>> found = new LinkedHashMap<>();

    void add(String pensionerId, WhyFound.By by) {
        found.computeIfAbsent(pensionerId, _ -> EnumSet.noneOf(WhyFound.By.class))
                .add(by);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order in which they were found. */
    Set<String> ids() {
        return found.keySet();
    }

    /** Empty for whoever was not found so. */
    List<WhyFound> why(Pensioner person) {
        String phone = person.phone();
        return found.getOrDefault(person.id(), Set.of()).stream()
                .map(by -> by == WhyFound.By.PHONE && phone != null ? WhyFound.phone(phone) : WhyFound.of(by))
                .toList();
    }
}
