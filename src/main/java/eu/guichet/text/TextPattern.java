package eu.guichet.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text as it is written in a bundle, parsed once. An apostrophe is an apostrophe, unless it stands before a brace:
 * then it quotes it.
 */
public sealed interface TextPattern {
    /** The names of its arguments, those inside the branches of a plural too. */
    Set<String> names();

    /** @param values one for each name and no more */
    String with(Map<String, Object> values);

    /** @throws IllegalArgumentException if the text is not well formed, or numbers its arguments instead of naming them */
    static TextPattern of(String text, Locale locale) {
        if (text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return new Plain(text);
        }
        MessageFormat format = new MessageFormat("", locale);
        format.applyPattern(text, ApostropheMode.DOUBLE_OPTIONAL);
        MessagePattern parts = new MessagePattern(ApostropheMode.DOUBLE_OPTIONAL).parse(text);
        Set<String> names = new TreeSet<>();
        for (int at = 0; at < parts.countParts(); at++) {
            Part part = parts.getPart(at);
            if (part.getType() == Part.Type.ARG_NUMBER) {
                throw new IllegalArgumentException("an argument without a name in: " + text);
            }
            if (part.getType() == Part.Type.ARG_NAME) {
                names.add(parts.getSubstring(part));
            }
        }
        return new Filled(Set.copyOf(names), format);
    }

    /** A text without arguments. */
    record Plain(String text) implements TextPattern {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public String with(Map<String, Object> values) {
            return text;
        }
    }

    /** A text with arguments. ICU's formats keep state while they work, so only one thread at a time uses each. */
    record Filled(Set<String> names, MessageFormat format) implements TextPattern {
        @Override
        public String with(Map<String, Object> values) {
            synchronized (format) {
                return format.format(values);
            }
        }
    }
}
