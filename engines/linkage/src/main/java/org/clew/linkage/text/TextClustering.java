package org.clew.linkage.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clew.linkage.Entities;
import org.clew.linkage.Progress;
import org.clew.linkage.Work;

/// Which texts were made from one another: copies, copies with other names, prices and numbers in
/// them, sentences left out or in another order. What counts is what they share, in proportion to
/// how rare it is, so that stock phrases join nothing.
///
/// ```java
/// try (var clustering = new TextClustering(Settings.of(), Progress.NONE)) {
///   texts.forEach(clustering::add);
///   TextClusters clusters = clustering.cluster();
/// }
/// ```
///
/// Takes about 5 bytes per word, and time in proportion to the number of words, however many copies
/// there are. For one thread at a time.
public final class TextClustering implements AutoCloseable {
  private static final int TEXTS_PER_PART = 512;
  private static final int WAITING_TEXTS = 8 * TEXTS_PER_PART;
  private static final int WAITING_CHARS = 1 << 22;
  private static final int HEARD_EVERY = 1 << 10;

  private final Work work;
  private final MinHash minHash;
  private final Corpus corpus = new Corpus();
  private final List<String> waiting = new ArrayList<>();
  private long waitingChars;

  /// How texts are clustered.
  ///
  /// @param seed what is drawn by lot depends on it
  /// @param threads how many processors to use; the result does not depend on it
  public record Settings(long seed, int threads) {

    public Settings {
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be 1 or more");
      }
    }

    /// Seed 1, all processors.
    public static Settings of() {
      return new Settings(1, Runtime.getRuntime().availableProcessors());
    }
  }

  /// @param progress hears how many of the texts that differ were compared
  public TextClustering(Settings settings, Progress progress) {
    minHash = new MinHash(settings.seed());
    work = new Work(settings.threads(), progress);
  }

  /// Adds a text, which is let go of once it was read.
  public void add(String text) {
    waiting.add(Objects.requireNonNull(text, "text"));
    waitingChars += text.length();
    if (waiting.size() == WAITING_TEXTS || waitingChars > WAITING_CHARS) {
      read();
    }
  }

  private void read() {
    int parts = (waiting.size() + TEXTS_PER_PART - 1) / TEXTS_PER_PART;
    for (ShingleReader read : work.parts(parts, this::read)) {
      corpus.add(read);
    }
    waiting.clear();
    waitingChars = 0;
  }

  private ShingleReader read(int part) {
    int from = part * TEXTS_PER_PART;
    List<String> texts = waiting.subList(from, Math.min(waiting.size(), from + TEXTS_PER_PART));
    var reader = new ShingleReader(texts.size());
    texts.forEach(reader::read);
    return reader;
  }

  /// The clusters of all texts added so far.
  public TextClusters cluster() {
    read();
    Sketches sketches = Sketches.of(corpus, minHash, work);
    var copies = new Copies(sketches, corpus.size());
    int looked = 0;
    Entities.Ending ending = Entities.Ending.DONE;
    try {
      while (looked < corpus.size()) {
        if (looked % HEARD_EVERY == 0) {
          work.heard(looked, corpus.size());
        }
        copies.look(looked++);
      }
      work.heard(looked, corpus.size());
    } catch (Work.Stopped _) {
      ending = Entities.Ending.STOPPED;
    }
    return new TextClusters(firsts(copies, looked), ending);
  }

  private int[] firsts(Copies copies, int looked) {
    int[] firstOf = new int[corpus.size()];
    Arrays.fill(firstOf, -1);
    int[] firsts = new int[corpus.texts()];
    for (int text = 0; text < firsts.length; text++) {
      int number = corpus.distinct(text);
      firsts[text] = text;
      if (number != Corpus.NOTHING) {
        int group = number < looked ? copies.group(number) : number;
        if (firstOf[group] < 0) {
          firstOf[group] = text;
        }
        firsts[text] = firstOf[group];
      }
    }
    return firsts;
  }

  @Override
  public void close() {
    work.close();
  }
}
