package org.clew.platform.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every sentence Clew says, by key and language. Sentences live in `messages/<module>.properties`
/// (English), `_ar` and `_es`, in ICU message format, so that plurals follow each language's own
/// rules. A key that is nowhere is a programming error and says so at once.
@Component
public final class Words {

  private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

  public Words() {
    Map<String, String> english = read(Language.ENGLISH);
    patterns.put(Language.ENGLISH, english);
    patterns.put(Language.PSEUDO, english);
    patterns.put(Language.ARABIC, read(Language.ARABIC));
    patterns.put(Language.SPANISH, read(Language.SPANISH));
    for (Language language : Language.values()) {
      formats.put(language, new ConcurrentHashMap<>());
    }
  }

  /// The sentence, with its arguments in their places.
  public String say(Language language, String key, @Nullable Object... arguments) {
    String pattern = pattern(language, key);
    String said = isPlain(pattern) ? pattern : format(language, key, pattern, arguments);
    return language == Language.PSEUDO ? PseudoLocale.dress(said) : said;
  }

  /// All keys of one language.
  public Set<String> keys(Language language) {
    return new TreeSet<>(of(language).keySet());
  }

  /// The sentence as it stands in the file, before its arguments.
  public String pattern(Language language, String key) {
    String pattern = of(language).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence '" + key + "' in " + language.tag());
    }
    return pattern;
  }

  private Map<String, String> of(Language language) {
    return patterns.getOrDefault(language, Map.of());
  }

  private String format(
      Language language, String key, String pattern, @Nullable Object[] arguments) {
    MessageFormat format =
        formats
            .getOrDefault(language, new HashMap<>())
            .computeIfAbsent(key, _ -> new MessageFormat(pattern, language.locale()));
    // MessageFormat is not thread-safe; a clone is cheaper than parsing again.
    return format.clone().format(arguments);
  }

  private static boolean isPlain(String pattern) {
    return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
  }

  private static Map<String, String> read(Language language) {
    Map<String, String> read = new HashMap<>();
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file : resolver.getResources("classpath*:messages/*.properties")) {
        if (languageOf(String.valueOf(file.getFilename())) == language) {
          readInto(read, file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(read);
  }

  private static Language languageOf(String fileName) {
    if (fileName.endsWith("_ar.properties")) {
      return Language.ARABIC;
    }
    return fileName.endsWith("_es.properties") ? Language.SPANISH : Language.ENGLISH;
  }

  private static void readInto(Map<String, String> read, Resource file) throws IOException {
    var properties = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    for (String key : properties.stringPropertyNames()) {
      if (read.put(key, properties.getProperty(key)) != null) {
        throw new IllegalStateException("two sentences are called '" + key + "'");
      }
    }
  }
}
