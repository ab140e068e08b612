package org.clew.linkage.text;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// The language of a text, of the 103 that Apache OpenNLP's model knows. Takes about a millisecond
/// a text, and some hundred to be made. For one thread at a time.
///
/// Needs `opennlp-tools` and `opennlp-models-langdetect`, which nothing else here does.
public final class LanguageFinder {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int LOOKED_AT_CHARS = 1_000;

  /// How much likelier than an even share a language must be to be named.
  private static final double LIKELIER = 1.25;

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
    Language best = detector.predictLanguage(head);
    return best.getConfidence() < least
        ? Optional.empty()
        : Optional.of(ULocale.createCanonical(best.getLang()).getLanguage());
  }
}
