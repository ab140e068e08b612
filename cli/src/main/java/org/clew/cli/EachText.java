package org.clew.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clew.linkage.Progress;
import org.clew.linkage.Work;

/// What there is to say of each of many texts by itself, found on several threads.
final class EachText<T> implements AutoCloseable {

  private static final int TEXTS_AT_ONCE = 1 << 12;
  private static final int CHARS_AT_ONCE = 1 << 22;

  private final Work work;
  private final List<Function<String, T>> finders = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private final List<T> found = new ArrayList<>();
  private long chars;

  /// @param finder makes what looks at texts, one for each thread
  EachText(int threads, Supplier<Function<String, T>> finder) {
    work = new Work(threads, Progress.NONE);
    for (int i = 0; i < threads; i++) {
      finders.add(finder.get());
    }
  }

  void add(String text) {
    waiting.add(text);
    chars += text.length();
    if (waiting.size() == TEXTS_AT_ONCE || chars > CHARS_AT_ONCE) {
      find();
    }
  }

  private void find() {
    work.parts(finders.size(), this::find).forEach(found::addAll);
    waiting.clear();
    chars = 0;
  }

  private List<T> find(int part) {
    int parts = finders.size();
    int from = (int) ((long) waiting.size() * part / parts);
    int to = (int) ((long) waiting.size() * (part + 1) / parts);
    return waiting.subList(from, to).stream().map(finders.get(part)).toList();
  }

  /// What was found, in the order in which the texts were added.
  List<T> found() {
    find();
    return found;
  }

  @Override
  public void close() {
    work.close();
  }
}
