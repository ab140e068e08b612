package org.clew.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.Progress;
import org.clew.linkage.Work;
import org.clew.linkage.text.FoundPhone;
import org.clew.linkage.text.PhoneFinder;

/// The phones of many texts, looked for on several threads.
final class TextPhones implements AutoCloseable {

  private static final int TEXTS_AT_ONCE = 1 << 12;
  private static final int CHARS_AT_ONCE = 1 << 22;

  private final Work work;
  private final List<PhoneFinder> finders = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private final List<List<FoundPhone>> found = new ArrayList<>();
  private long chars;

  TextPhones(String region, int threads) {
    work = new Work(threads, Progress.NONE);
    for (int i = 0; i < threads; i++) {
      finders.add(new PhoneFinder(region));
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

  private List<List<FoundPhone>> find(int part) {
    int parts = finders.size();
    int from = (int) ((long) waiting.size() * part / parts);
    int to = (int) ((long) waiting.size() * (part + 1) / parts);
    return waiting.subList(from, to).stream().map(finders.get(part)::find).toList();
  }

  /// The phones of each text, in the order in which they were added.
  List<List<FoundPhone>> found() {
    find();
    return found;
  }

  @Override
  public void close() {
    work.close();
  }
}
