package org.clew.linkage.text;

import java.util.ArrayList;
import java.util.List;

/// What the texts of a cluster have in common, and the places where they differ: constant text and
/// slots, as `Sweet ‹1› new in ‹2›, call me`.
///
/// ```java
/// TextTemplate template = TextTemplate.of(texts);
/// template.values(texts.get(0));     // what stands in each slot there
/// ```
///
/// A word is constant when more than half of the texts have it, in the order of the one that is
/// most like the others; a slot is where at least a quarter of them have anything else. Up to 40
/// texts and 600 words of each are looked at.
public final class TextTemplate {
  /// Texts that are looked at, from the first.
  public static final int TEXTS = 40;

  private static final int CENTRES = 8;
  private static final int SLOT_SHARE = 4;

  /// The keys of the constant words in their order.
  private final long[] constants;

  /// Before each constant word, and after the last: the slot there, from 0, or -1.
  private final int[] slotBefore;

  private final List<Part> parts;
  private final int slots;

  /// A stretch of a template.
  public sealed interface Part {
    /// What the texts share.
    record Constant(String text) implements Part {}

    /// Where they differ.
    ///
    /// @param number from 1, in the order of the template
    record Slot(int number) implements Part {}
  }

  private TextTemplate(Words base, boolean[] constant, List<Words> texts) {
    List<Integer> places = new ArrayList<>();
    for (int word = 0; word < base.size(); word++) {
      if (constant[word]) {
        places.add(word);
      }
    }
    constants = places.stream().mapToLong(base::key).toArray();
    slotBefore = new int[constants.length + 1];
    slots = numberSlots(texts);
    parts = parts(base, places);
  }

  /// The template of some texts.
  ///
  /// @throws IllegalArgumentException when there are none
  public static TextTemplate of(List<String> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("no text, no template");
    }
    List<Words> words = texts.stream().limit(TEXTS).map(Words::new).toList();
    Words base = centre(words);
    int[] kept = new int[base.size()];
    for (Words each : words) {
      int[] aligned = WordAlignment.of(keys(base), each);
      for (int word = 0; word < kept.length; word++) {
        kept[word] += aligned[word] == WordAlignment.NOWHERE ? 0 : 1;
      }
    }
    boolean[] constant = new boolean[kept.length];
    for (int word = 0; word < kept.length; word++) {
      constant[word] = kept[word] * 2 > words.size();
    }
    return new TextTemplate(base, constant, words);
  }

  /// Of the first few, the text that shares most with them.
  private static Words centre(List<Words> words) {
    List<Words> few = words.subList(0, Math.min(CENTRES, words.size()));
    Words best = few.getFirst();
    long most = -1;
    for (Words each : few) {
      long shared = 0;
      for (Words other : few) {
        for (int aligned : WordAlignment.of(keys(each), other)) {
          shared += aligned == WordAlignment.NOWHERE ? 0 : 1;
        }
      }
      if (shared > most) {
        most = shared;
        best = each;
      }
    }
    return best;
  }

  private static long[] keys(Words words) {
    long[] keys = new long[words.size()];
    for (int word = 0; word < keys.length; word++) {
      keys[word] = words.key(word);
    }
    return keys;
  }

  private int numberSlots(List<Words> texts) {
    int[] filled = new int[slotBefore.length];
    for (Words text : texts) {
      List<String> gaps = gaps(text);
      for (int gap = 0; gap < filled.length; gap++) {
        filled[gap] += gaps.get(gap).isEmpty() ? 0 : 1;
      }
    }
    int count = 0;
    for (int gap = 0; gap < filled.length; gap++) {
      slotBefore[gap] = filled[gap] * SLOT_SHARE >= texts.size() ? count++ : -1;
    }
    return count;
  }

  /// What a text has before each constant word, and after the last. Where it lacks constant words,
  /// what stands there goes before the next that it has.
  private List<String> gaps(Words text) {
    int[] aligned = WordAlignment.of(constants, text);
    List<String> gaps = new ArrayList<>();
    int next = 0;
    for (int word : aligned) {
      gaps.add(word == WordAlignment.NOWHERE ? "" : text.text(next, word - 1));
      next = word == WordAlignment.NOWHERE ? next : word + 1;
    }
    gaps.add(text.text(next, text.size() - 1));
    return gaps;
  }

  private List<Part> parts(Words base, List<Integer> places) {
    List<Part> all = new ArrayList<>();
    var constant = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= places.size(); i++) {
      boolean slot = slotBefore[i] >= 0;
      boolean apart = i == places.size() || i == 0 || places.get(i) != places.get(i - 1) + 1;
      if (i > 0 && (slot || apart)) {
        constant
            .append(constant.isEmpty() ? "" : " ")
            .append(base.text(places.get(from), places.get(i - 1)));
        from = i;
      }
      if ((slot || i == places.size()) && !constant.isEmpty()) {
        all.add(new Part.Constant(constant.toString()));
        constant.setLength(0);
      }
      if (slot) {
        all.add(new Part.Slot(slotBefore[i] + 1));
      }
    }
    return List.copyOf(all);
  }

  /// Constant text and slots in their order.
  public List<Part> parts() {
    return parts;
  }

  /// How many slots there are.
  public int slots() {
    return slots;
  }

  /// What a text has in each slot, as it is written there; an empty string where it has nothing.
  public List<String> values(String text) {
    List<String> gaps = gaps(new Words(text));
    List<String> values = new ArrayList<>();
    for (int gap = 0; gap < slotBefore.length; gap++) {
      if (slotBefore[gap] >= 0) {
        values.add(gaps.get(gap));
      }
    }
    return List.copyOf(values);
  }

  /// Slots as their numbers in `‹›`.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Part part : parts) {
      text.append(text.isEmpty() ? "" : " ");
      switch (part) {
        case Part.Constant(String words) -> text.append(words);
        case Part.Slot(int number) -> text.append('‹').append(number).append('›');
      }
    }
    return text.toString();
  }
}
