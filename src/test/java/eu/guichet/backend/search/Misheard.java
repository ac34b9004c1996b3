package eu.guichet.backend.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * How names come to be written by people who hear, type or spell them in their own way. Made from what is known of how these
 * languages are written, apart from the rules of the index: it is there to find out how good those are.
 */
final class Misheard {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What each ear writes for what it hears: what is replaced, as a pattern, and by what. */
    private static final Map<String, String[]> EARS = Map.of(
            "French",
                    new String[] {
                        "tsch>tch",
                        "(?<!t)sch>ch",
                        "ei>ai",
                        "w>v",
                        "k(?=[aouln])>c",
                        "ck>que",
                        "z>s",
                        "eu>oi",
                        "au>o",
                        "y>i",
                        "(?<![oae])u(?!$)>ou",
                        "^h>",
                        "tz>ts",
                        "nn>n",
                        "ss>s",
                        "f>ph",
                        "(?<!ch)er$>eur",
                        "k$>c"
                    },
            "German",
                    new String[] {
                        "(?<!s)ch(?=[aeiou])>sch",
                        "ou>u",
                        "eau>o",
                        "qu>k",
                        "c(?=[aouln])>k",
                        "gn>nj",
                        "v(?=[aeiou])>w",
                        "y>i",
                        "th>t",
                        "x>ks",
                        "ai>ä",
                        "ll>l",
                        "z(?=[aou])>s",
                        "oi>oa",
                        "ph>f",
                        "sz>sch",
                        "ł>l",
                        "cz>tsch",
                        "rz>sch"
                    },
            "Italian",
                    new String[] {
                        "k(?=[aouln])>c",
                        "k(?=[ei])>ch",
                        "sch(?=[ei])>sc",
                        "sch(?=[ao])>sci",
                        "w>v",
                        "y>i",
                        "ph>f",
                        "th>t",
                        "^h>",
                        "x>s",
                        "j>i",
                        "ck$>c",
                        "ü>u",
                        "ö>o",
                        "z>s",
                        "qu>cu",
                        "dt>t"
                    },
            "Dutch",
                    new String[] {
                        "ou>oe",
                        "(?<![aeoi])u(?=[^aeiou])>oe",
                        "ei>ij",
                        "sch>sj",
                        "(?<!s)ch(?=[aeiou])>sj",
                        "c(?=[aouln])>k",
                        "z>s",
                        "v>f",
                        "qu>kw",
                        "x>ks",
                        "ph>f",
                        "th>t",
                        "g$>ch",
                        "i(?=[^aeiou])>ie",
                        "c(?=[ei])>s"
                    },
            "English",
                    new String[] {
                        "(?<!t)sch>sh",
                        "w>v",
                        "ei>ai",
                        "ie>ee",
                        "ou>oo",
                        "j>y",
                        "tz>ts",
                        "k(?=[aouln])>c",
                        "f>ph",
                        "tsch>ch",
                        "sz>sh",
                        "ü>u",
                        "ö>o",
                        "(?<=[^aeiou])i(?=[^aeiou])>ee",
                        "cz>ch",
                        "y$>ie"
                    },
            "Polish",
                    new String[] {
                        "v>w",
                        "(?<!t)sch>sz",
                        "tsch>cz",
                        "ts>c",
                        "qu>k",
                        "x>ks",
                        "ph>f",
                        "ou>u",
                        "(?<!s)ch(?=[aeiou])>cz",
                        "th>t",
                        "y>i",
                        "ck>k",
                        "c(?=[aouln])>k",
                        "c(?=[ei])>s"
                    },
            "Greek",
                    new String[] {
                        "sch>s",
                        "^b>mp",
                        "(?<=[aeiou])b>mp",
                        "^d>nt",
                        "c(?=[aouln])>k",
                        "y>i",
                        "w>v",
                        "q>k",
                        "(?<=[aeiou])u>ou",
                        "^j>tz",
                        "sz>s",
                        "sh>s",
                        "cz>ts",
                        "ü>i",
                        "ä>e"
                    });

    private static final Map<String, String[]> POLISH = Map.ofEntries(
            Map.entry("szcz", new String[] {"shch", "chtch", "schtsch"}),
            Map.entry("sz", new String[] {"sh", "ch", "sch"}),
            Map.entry("cz", new String[] {"ch", "tch", "tsch"}),
            Map.entry("rz", new String[] {"zh", "j", "sch"}),
            Map.entry("ż", new String[] {"zh", "j", "sch"}),
            Map.entry("ź", new String[] {"zh", "j"}),
            Map.entry("ś", new String[] {"sh", "ch", "sch"}),
            Map.entry("ć", new String[] {"ch", "tch"}),
            Map.entry("ci", new String[] {"chi", "tchi"}),
            Map.entry("ą", new String[] {"on", "om"}),
            Map.entry("ę", new String[] {"en", "em"}),
            Map.entry("ó", new String[] {"u", "ou"}),
            Map.entry("ł", new String[] {"w", "l"}),
            Map.entry("ń", new String[] {"n", "gn"}),
            Map.entry("w", new String[] {"v"}),
            Map.entry("j", new String[] {"y", "i"}),
            Map.entry("c", new String[] {"ts", "tz"}));

    private static final String[] GREEK = {
        "ου=ou,u",
        "αυ=av,af,au",
        "ευ=ev,ef,eu",
        "γγ=ng,gg",
        "γκ=gk,g,ng",
        "μπ=b,mp",
        "ντ=d,nt",
        "τζ=tz,j",
        "τσ=ts",
        "αι=ai,e",
        "ει=ei,i",
        "οι=oi,i",
        "α=a",
        "β=v,b",
        "γ=g,gh,y",
        "δ=d,dh",
        "ε=e",
        "ζ=z",
        "η=i,e",
        "θ=th",
        "ι=i",
        "κ=k,c",
        "λ=l",
        "μ=m",
        "ν=n",
        "ξ=x,ks",
        "ο=o",
        "π=p",
        "ρ=r",
        "σ=s",
        "ς=s",
        "τ=t",
        "υ=y,i,u",
        "φ=f,ph",
        "χ=ch,h,kh",
        "ψ=ps",
        "ω=o"
    };

    private static final String[] CYRILLIC = {
        "а=a",
        "б=b",
        "в=v,w",
        "г=g",
        "д=d",
        "е=e",
        "ж=zh,j",
        "з=z",
        "и=i",
        "й=y,i,j",
        "к=k,c",
        "л=l",
        "м=m",
        "н=n",
        "о=o",
        "п=p",
        "р=r",
        "с=s",
        "т=t",
        "у=u,ou",
        "ф=f,ph",
        "х=h,kh,ch",
        "ц=ts,tz,c",
        "ч=ch,tch,tsch",
        "ш=sh,sch,ch",
        "щ=sht,cht",
        "ъ=a,u",
        "ь=y,i",
        "ю=yu,iu,ju",
        "я=ya,ia,ja"
    };

    private final Random random;

    Misheard(Random random) {
        this.random = random;
    }

    static String unaccented(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("æ", "ae")
                .replace("đ", "d")
                .replace("Đ", "D");
    }

    /** As typed with one finger beside its key; the first letter is right. */
    String slipped(String name) {
        int at = 1 + random.nextInt(name.length() - 2);
        String before = name.substring(0, at);
        char here = name.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> before + name.substring(at + 1);
            case 1 -> before + here + name.substring(at);
            case 2 -> before + name.charAt(at + 1) + here + name.substring(at + 2);
            default -> before + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
        };
    }

    static List<String> ears() {
        return EARS.keySet().stream().sorted().toList();
    }

    /** As such an ear writes it by two of its rules; empty where fewer apply. */
    Optional<String> heard(String ear, String name) {
        String written = name.toLowerCase(Locale.ROOT);
        List<String> rules = new ArrayList<>(List.of(EARS.getOrDefault(ear, new String[0])));
        Collections.shuffle(rules, random);
        int applied = 0;
        for (String rule : rules) {
            String[] sides = rule.split(">", -1);
            String changed = Pattern.compile(sides[0]).matcher(written).replaceFirst(sides[1]);
            if (applied < 2 && !changed.equals(written)) {
                written = changed;
                applied++;
            }
        }
        return applied < 2 ? Optional.empty() : Optional.of(written);
    }

    /** A Polish name as somebody in the west writes it. */
    Optional<String> polish(String name) {
        String left = name.toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder();
        int changed = 0;
        while (!left.isEmpty()) {
            String there = "";
            for (String sign : POLISH.keySet()) {
                if (left.startsWith(sign) && sign.length() > there.length()) {
                    there = sign;
                }
            }
            if (there.isEmpty()) {
                written.append(left.charAt(0));
                left = left.substring(1);
            } else {
                String[] ways = POLISH.getOrDefault(there, new String[] {there});
                written.append(ways[random.nextInt(ways.length)]);
                left = left.substring(there.length());
                changed++;
            }
        }
        return changed == 0 ? Optional.empty() : Optional.of(unaccented(written.toString()));
    }

    String greek(String name) {
        return spelt(
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll(""), GREEK);
    }

    String cyrillic(String name) {
        return spelt(name, CYRILLIC);
    }

    private String spelt(String name, String[] table) {
        String left = name.toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder();
        while (!left.isEmpty()) {
            int taken = 1;
            String sign = left.substring(0, 1);
            for (String row : table) {
                String[] sides = row.split("=", -1);
                if (left.startsWith(sides[0])) {
                    String[] ways = sides[1].split(",", -1);
                    // the usual way half of the time
                    sign = ways[random.nextBoolean() ? 0 : random.nextInt(ways.length)];
                    taken = sides[0].length();
                    break;
                }
            }
            written.append(sign);
            left = left.substring(taken);
        }
        return written.toString();
    }
}
