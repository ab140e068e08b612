package org.clew.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// The words of one kind that records hold, each once, and which of them are one edit apart (the
/// deletion neighbourhood of Mor & Fraenkel 1982). A word goes with the last record that holds it.
final class Lexicon {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  /// Words of one [Word#echo] that are listened to.
  private static final int MOST_HEARD = 600;

  private static final class Entry {
    final Word word;
    final int number;
    int holders;

    Entry(Word word, int number) {
      this.word = word;
      this.number = number;
    }
  }

  private static final Word GONE = new Word(Kind.NAME, "");

  private final Kind kind;
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Word> byNumber = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private final Postings deletions = new Postings();

  /// Words by [Word#echo]: those of Latin letters, and those of other scripts.
  private final Postings latin = new Postings();

  private final Postings others = new Postings();

  Lexicon(Kind kind) {
    this.kind = kind;
  }

  /// The one copy of a word, held once more.
  Word hold(Word word) {
    Entry entry = entries.get(word.text);
    if (entry == null) {
      int number = free.isEmpty() ? byNumber.size() : free.removeLast();
      entry = new Entry(word, number);
      entries.put(word.text, entry);
      if (number == byNumber.size()) {
        byNumber.add(word);
      } else {
        byNumber.set(number, word);
      }
      for (long key : neighbours(word.text)) {
        deletions.add(key, number);
      }
      for (int echo : word.echoes()) {
        (word.isMarked() ? others : latin).add(key(echo), number);
      }
    }
    entry.holders++;
    return entry.word;
  }

  /// Holds a word once less.
  void release(Word word) {
    Entry entry = entries.get(word.text);
    if (entry == null || --entry.holders > 0) {
      return;
    }
    entries.remove(word.text);
    for (long key : neighbours(word.text)) {
      deletions.remove(key, entry.number);
    }
    for (int echo : entry.word.echoes()) {
      (entry.word.isMarked() ? others : latin).remove(key(echo), entry.number);
    }
    byNumber.set(entry.number, GONE);
    free.add(entry.number);
  }

  /// Other words within about one edit of this one, at most so many.
  List<Word> close(Word word, int most) {
    List<Word> out = new ArrayList<>();
    for (long key : neighbours(word.text)) {
      deletions.each(
          key,
          64,
          number -> {
            Word other = byNumber.get(number);
            if (out.size() < most
                && !other.same(word)
                && other.isClose(word)
                && !out.contains(other)) {
              out.add(other);
            }
          });
    }
    return out;
  }

  /// Words that sound like this one where one of the two is of another script, the nearest first,
  /// at most so many.
  List<Word> echoes(Word word, int most) {
    if (word.echo == 0 || (!word.isMarked() && others.size() == 0)) {
      return List.of();
    }
    List<Word> same = new ArrayList<>();
    List<Word> close = new ArrayList<>();
    IntConsumer sort =
        number -> {
          Word other = byNumber.get(number);
          if (!other.same(word) && !same.contains(other) && !close.contains(other)) {
            switch (WordMatch.of(word, other)) {
              case NONE, INITIAL -> {}
              case SAME, OTHER_SCRIPT, HEARD_IN_OTHER_SCRIPT, SOUND, SHORT_SOUND -> same.add(other);
              default -> close.add(other);
            }
          }
        };
    for (int echo : word.echoes()) {
      others.each(key(echo), MOST_HEARD, sort);
      if (word.isMarked()) {
        latin.each(key(echo), MOST_HEARD, sort);
      }
    }
    same.addAll(close);
    return same.subList(0, Math.min(most, same.size()));
  }

  /// The copy that is kept of a word, or the word itself where no record holds it.
  Word known(Word word) {
    Entry entry = entries.get(word.text);
    return entry == null ? word : entry.word;
  }

  int size() {
    return entries.size();
  }

  private long key(int echo) {
    return Keys.of(kind, Keys.Way.ECHO, echo);
  }

  private long[] neighbours(String text) {
    int length = text.length();
    if (length < SHORTEST
        || length > LONGEST
        || NameSpelling.isMarked(text)
        || Character.isDigit(text.charAt(0))) {
      return new long[0];
    }
    long[] out = new long[length + 1];
    int count = 0;
    out[count++] = Keys.of(kind, Keys.Way.DELETED, text);
    for (int i = 0; i < length; i++) {
      if (i > 0 && text.charAt(i) == text.charAt(i - 1)) {
        continue;
      }
      String without = text.substring(0, i) + text.substring(i + 1);
      out[count++] = Keys.of(kind, Keys.Way.DELETED, without);
    }
    return java.util.Arrays.copyOf(out, count);
  }
}
