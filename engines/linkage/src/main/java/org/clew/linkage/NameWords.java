package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a person's name that tell people apart: without titles, particles and articles,
/// `Abd al-Rahman` and what else is one name of several words in one.
final class NameWords {
  private static final int MOST = 8;
  private static final Set<String> PARTICLES =
      Set.of(
          "al",
          "el",
          "ul",
          "ud",
          "ur",
          "ash",
          "de",
          "del",
          "dela",
          "delos",
          "della",
          "di",
          "da",
          "das",
          "do",
          "dos",
          "du",
          "la",
          "las",
          "le",
          "los",
          "van",
          "von",
          "der",
          "den",
          "ter",
          "bin",
          "ibn",
          "ben",
          "bint",
          "bnt",
          "binti",
          "y",
          "e",
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "sr",
          "jr",
          "sra",
          "bn",
          "mst",
          "mosammat",
          "mosammet",
          "mosa",
          "smt",
          "shri",
          "shrimati",
          "daw",
          "ato",
          "woizero",
          "weizero");
  private static final Set<String> SERVANT =
      Set.of(
          "abd", "abdul", "abdel", "abdal", "abdur", "abdus", "abdu", "abdoul", "abdol", "abdoel");

  /// Names, too, where they stand first or last, and Van everywhere: Le Thi Hoa, Van Maly.
  private static final Set<String> MAYBE =
      Set.of("van", "le", "do", "da", "di", "du", "ben", "den", "la", "ash", "ter");

  private static final Set<String> OTHER_PARTICLES = Set.of("bn", "bnt", "al", "daw");

  /// Father or mother of.
  private static final Set<String> PARENT = Set.of("abu", "abw", "umm", "um");

  private static final Pattern SERVANT_JOINED =
      Pattern.compile("^abd(?:oul|ul|el|al|ol|ur|ar|er|us)(?=[a-z]{3})");

  /// Salah al-Din written as one word.
  private static final Pattern FAITH_BEHIND =
      Pattern.compile("^([a-z]{3,})(?:[ueaoi]dd(?:i|ee|e)n|ud(?:i|ee)n|adin)e?$");

  /// Son of, wife of, daughter of; and Ethiopian Mrs and Miss.
  private static final Pattern RELATION =
      Pattern.compile("(?i)(?<!\\p{L})(?:[swdc]/o|w/r?[ot])(?!\\p{L})");

  /// The first half of a name shortened to its letter, as Ethiopians and Eritreans do.
  private static final Pattern HALVED =
      Pattern.compile("(?<!\\p{L})([GWHTKFB])[/.]\\s*(?=\\p{Lu}\\p{Ll})");

  private static final Map<String, String> HALVES =
      Map.of(
          "G", "Gebre", "W", "Welde", "H", "Haile", "T", "Tekle", "K", "Kidane", "F", "Fikre", "B",
          "Berhane");
  private static final Set<String> FIRST_HALVES =
      Set.of("gebre", "gabra", "welde", "wolde", "walda", "haile", "tekle", "kidane", "fikre");
  private static final Set<String> SECOND_HALVES =
      Set.of(
          "mariam",
          "maryam",
          "mariyam",
          "medhin",
          "medhn",
          "gebriel",
          "gabriel",
          "michael",
          "mikael",
          "giorgis",
          "georgis",
          "selassie",
          "silassie",
          "hiwot",
          "hiwet",
          "haimanot",
          "haymanot",
          "yesus",
          "iyesus",
          "kidan",
          "tsadik",
          "tsadkan",
          "meskel",
          "egziabher",
          "yohannes",
          "ab",
          "amlak",
          "berhan");
  private static final Pattern SHORTENED_MUHAMMAD =
      Pattern.compile("(?<!\\p{L})(?:মোঃ|মো[:.]|মোহাঃ|মু[:.])\\s*");
  private static final Pattern SHORTENED_MOSAMMAT =
      Pattern.compile("(?<!\\p{L})(?:মোছাঃ|মোসাঃ|মোসাম্মৎ|মোছা[:.]|মোসা[:.])\\s*");
  private static final Pattern WRITTEN_TITLES =
      Pattern.compile(
          "(?<!\\p{L})(?:श्रीमती|श्री|सुश्री|নামঃ|জনাব|السيدة|السيد|الحاج|الدكتور)(?=\\s)\\s*");

  private NameWords() {}

  /// The words, each as [NameSpelling] has it.
  static List<String> of(Kind kind, String cleaned) {
    String ready = ready(cleaned);
    List<String> romanised = Romanised.names(ready);
    List<String> out = new ArrayList<>(romanised.size());
    for (int i = 0; i < romanised.size() && out.size() < MOST; i++) {
      String word = romanised.get(i);
      String plain = NameSpelling.plain(word);
      boolean more = i + 1 < romanised.size();
      boolean inside = kind != Kind.NAME || (i > 0 && more && !plain.equals("van"));
      if (more && SERVANT.contains(plain)) {
        boolean article = isArticle(NameSpelling.plain(romanised.get(i + 1)));
        i += article && i + 2 < romanised.size() ? 2 : 1;
        out.add(behind("abdul", withoutArticle(romanised.get(i))));
      } else if (more && PARENT.contains(plain)) {
        i++;
        out.add(behind(plain.startsWith("a") ? "abu" : "umm", romanised.get(i)));
      } else if (more && isHalved(plain, romanised.get(i + 1))) {
        i++;
        out.add(joined(word, romanised.get(i)));
      } else if (!isParticle(word, plain) || (!inside && MAYBE.contains(plain))) {
        split(word, out);
      }
    }
    return out.isEmpty() ? romanised.subList(0, Math.min(MOST, romanised.size())) : out;
  }

  private static String ready(String cleaned) {
    if (Written.isAscii(cleaned)) {
      if (cleaned.indexOf('/') < 0) {
        return cleaned;
      }
      Matcher halved = HALVED.matcher(RELATION.matcher(cleaned).replaceAll(" "));
      return halved.replaceAll(each -> HALVES.get(each.group(1)));
    }
    String whole = SHORTENED_MUHAMMAD.matcher(cleaned).replaceAll("মোহাম্মদ ");
    String named = SHORTENED_MOSAMMAT.matcher(whole).replaceAll("");
    String plain = WRITTEN_TITLES.matcher(named).replaceAll("");
    return plain.isBlank() ? cleaned : plain;
  }

  /// A particle in Latin letters is none where it is a syllable of another script.
  private static boolean isParticle(String word, String plain) {
    return NameSpelling.isMarked(word)
        ? OTHER_PARTICLES.contains(plain)
        : PARTICLES.contains(plain);
  }

  private static boolean isArticle(String word) {
    return word.length() == 2 && "alelulurar".contains(word);
  }

  /// Of `Abd Allah` what stands behind `abdul`.
  private static String withoutArticle(String word) {
    String plain = NameSpelling.plain(word);
    return plain.startsWith("all") ? mark(word) + word.substring(mark(word).length() + 2) : word;
  }

  private static String mark(String word) {
    return NameSpelling.isMarked(word) ? word.substring(0, 1) : "";
  }

  private static String behind(String prefix, String word) {
    return mark(word) + prefix + word.substring(mark(word).length());
  }

  private static boolean isHalved(String first, String second) {
    String next = NameSpelling.plain(second);
    return FIRST_HALVES.contains(first) && SECOND_HALVES.contains(next);
  }

  private static String joined(String first, String second) {
    return first + second.substring(mark(second).length());
  }

  private static void split(String word, List<String> out) {
    if (NameSpelling.isMarked(word)) {
      out.add(word);
      return;
    }
    Matcher faith = FAITH_BEHIND.matcher(word);
    if (faith.matches()) {
      out.add(faith.group(1));
      out.add("din");
    } else {
      out.add(SERVANT_JOINED.matcher(word).replaceFirst("abdul"));
    }
  }
}
