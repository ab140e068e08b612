package org.clew.linkage.text;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// The language of a text, where the text is enough to tell: of the 103 that Apache OpenNLP's model
/// knows. Takes about a millisecond a text, and some hundred to be made. For one thread at a time.
///
/// Needs `opennlp-tools` and `opennlp-models-langdetect`, which nothing else here does.
public final class LanguageFinder {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int LOOKED_AT_CHARS = 1_000;

  /// How much likelier than an even share a language must be to be named.
  private static final double LIKELIER = 1.25;

  /// How much likelier than the next language it must be, in few letters and in more: of 70 made-up
  /// phrases of two to twelve words no wrong language reached this, nor did any list of names.
  private static final double SURER = 1.25;

  private static final double SURER_OF_MORE = 1.15;
  private static final int MORE_LETTERS = 20;

  private final LanguageDetectorME detector;
  private final double least;

  public LanguageFinder() {
    try (InputStream model = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      detector =
          new LanguageDetectorME(
              new LanguageDetectorModel(Objects.requireNonNull(model, "the model's jar")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    least = LIKELIER / detector.getSupportedLanguages().length;
  }

  /// The language, as a BCP 47 tag (`en`, `es`, `zh`); empty where the text is too short or strange
  /// to tell.
  public Optional<String> find(String text) {
    String head = text.substring(0, Math.min(LOOKED_AT_CHARS, text.length()));
    if (head.codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Language[] likeliest = detector.predictLanguages(head);
    Language best = likeliest[0];
    return isInScriptOfItsOwn(head) || isSure(likeliest, head)
        ? Optional.of(ULocale.createCanonical(best.getLang()).getLanguage())
        : Optional.empty();
  }

  private boolean isSure(Language[] likeliest, String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    double surer = letters < MORE_LETTERS ? SURER : SURER_OF_MORE;
    double best = likeliest[0].getConfidence();
    return best >= least && (likeliest.length < 2 || best >= surer * likeliest[1].getConfidence());
  }

  /// Whether most letters are of a script that one language alone is written in, or as good as.
  private static boolean isInScriptOfItsOwn(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> isOfOneLanguage(UnicodeScript.of(letter)))
            .count();
    return 2 * own > letters;
  }

  private static boolean isOfOneLanguage(UnicodeScript script) {
    return switch (script) {
      case HAN,
          HIRAGANA,
          KATAKANA,
          HANGUL,
          THAI,
          GREEK,
          ARMENIAN,
          GEORGIAN,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          GUJARATI,
          SINHALA,
          KHMER,
          LAO,
          MYANMAR ->
          true;
      default -> false;
    };
  }
}
