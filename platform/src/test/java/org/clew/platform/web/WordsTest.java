package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final Words WORDS = new Words();

  /// Words that no screen says: nobody is a victim before a named body decided so, and nothing is
  /// safe. A safe contact plan is the field's name of a plan.
  private static final Pattern UNSAID =
      Pattern.compile(
          "\\b(victims?|safe(?! contact)|víctimas?)\\b|ضحية|ضحايا", Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @EnumSource(names = {"ARABIC", "SPANISH"})
  void everySentenceIsThereInEveryLanguage(Language language) {
    assertThat(WORDS.keys(language)).isEqualTo(WORDS.keys(Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource(names = {"ARABIC", "SPANISH"})
  void sentencesTakeTheSameArgumentsInEveryLanguage(Language language) {
    for (String key : WORDS.keys(language)) {
      assertThat(arguments(WORDS.pattern(language, key)))
          .as(key)
          .isEqualTo(arguments(WORDS.pattern(Language.ENGLISH, key)));
    }
  }

  @Test
  void noSentenceIsEmptyOrLeftInEnglish() {
    List<String> found = new ArrayList<>();
    for (String key : WORDS.keys(Language.ENGLISH)) {
      String english = WORDS.pattern(Language.ENGLISH, key);
      String arabic = WORDS.pattern(Language.ARABIC, key);
      if (english.isBlank() || arabic.isBlank()) {
        found.add(key + " is empty");
      }
      if (english.length() > 25 && english.equals(WORDS.pattern(Language.SPANISH, key))) {
        found.add(key + " is English in Spanish");
      }
      if (english.length() > 25 && english.equals(arabic)) {
        found.add(key + " is English in Arabic");
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "ARABIC", "SPANISH"})
  void screensSayWhatTheyMaySay(Language language) {
    assertThat(WORDS.keys(language))
        .allSatisfy(
            key ->
                assertThat(UNSAID.matcher(WORDS.pattern(language, key)).find())
                    .as(key + ": " + WORDS.pattern(language, key))
                    .isFalse());
  }

  @Test
  void pluralsFollowTheLanguage() {
    assertThat(WORDS.say(Language.ENGLISH, "web.pager", 0, 0, 0)).isEqualTo("Nothing to show");
    assertThat(WORDS.say(Language.ENGLISH, "web.pager", 51, 100, 1204))
        .isEqualTo("51–100 of 1,204");
    assertThat(WORDS.say(Language.SPANISH, "web.pager", 51, 100, 12_204))
        .isEqualTo("51–100 de 12.204");
  }

  @Test
  void theDressedUpLanguageLeavesNoLetterPlain() {
    assertThat(WORDS.say(Language.PSEUDO, "web.leave")).doesNotContainPattern("[a-zA-Z]");
  }

  private static Set<String> arguments(String pattern) {
    Set<String> found = new TreeSet<>();
    var parsed = new MessagePattern(pattern);
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
          || part.getType() == MessagePattern.Part.Type.ARG_NAME) {
        found.add(parsed.getSubstring(part));
      }
    }
    return found;
  }
}
