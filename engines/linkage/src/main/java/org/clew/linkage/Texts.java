package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Every distinct text once, numbered in the order of arrival: an open-addressed table over blocks
/// of UTF-8 bytes, made for millions of short texts. Not safe for many threads while texts are
/// added.
final class Texts {
  private static final int BLOCK_BITS = 20;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /// Bytes that are copied eight by eight.
  private static final int SHORT = 40;

  private static final int MOST_BLOCKS = 1 << (31 - BLOCK_BITS);
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LAST_EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// The first is small: many lists, and all that is worked out of one, have few texts.
  private byte[][] blocks = {new byte[256]};

  private int lastBlock;
  private int filled;

  /// By text, where it stands, in the upper half: the block in the upper bits, the place in it in
  /// the lower. In the lower half twice its bytes, and one where it is more than ASCII. No text
  /// goes over the end of a block; a text longer than one has a long block for itself.
  private long[] places = new long[16];

  private int size;

  /// The hash of a text in the upper half, its number and one in the lower; 0 for a free place.
  private long[] table = new long[32];

  Texts() {}

  /// None yet of the texts of two others, to be taken from where they stand.
  Texts(Texts first, Texts second) {
    int count = first.lastBlock + 1;
    lastBlock = count + second.lastBlock;
    demandRoom();
    blocks = Arrays.copyOf(first.blocks, lastBlock + 1);
    System.arraycopy(second.blocks, 0, blocks, count, second.lastBlock + 1);
    places = new long[first.size];
    table = new long[0];
  }

  int size() {
    return size;
  }

  String text(int number) {
    return new String(block(number), from(number), length(number), UTF_8);
  }

  /// The bytes among which a text stands.
  byte[] block(int number) {
    return blocks[(int) (places[number] >>> (32 + BLOCK_BITS))];
  }

  /// Where in its block a text begins.
  int from(int number) {
    return (int) (places[number] >>> 32) & (BLOCK - 1);
  }

  /// How many bytes a text has.
  int length(int number) {
    return (int) places[number] >>> 1;
  }

  /// Whether a text is ASCII.
  boolean isPlain(int number) {
    return (places[number] & 1) == 0;
  }

  /// How many UTF-16 units a text has.
  int chars(int number) {
    return isPlain(number) ? length(number) : text(number).length();
  }

  int code(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return code(bytes, 0, bytes.length);
  }

  /// The number of a text, a new one where it was not seen yet.
  int code(byte[] bytes, int from, int to) {
    return code(bytes, from, to, hash(bytes, from, to));
  }

  private int code(byte[] bytes, int from, int to, int hash) {
    int mask = table.length - 1;
    int at = hash & mask;
    while (table[at] != 0) {
      int known = (int) table[at] - 1;
      if ((int) (table[at] >>> 32) == hash && is(known, bytes, from, to)) {
        return known;
      }
      at = (at + 1) & mask;
    }
    table[at] = ((long) hash << 32) | (size + 1);
    return append(bytes, from, to);
  }

  private boolean is(int known, byte[] bytes, int from, int to) {
    int start = from(known);
    int length = length(known);
    return to - from == length && areSame(block(known), start, bytes, from, length);
  }

  /// Whether two runs of bytes are the same.
  static boolean areSame(byte[] a, int from, byte[] b, int other, int length) {
    int rest = length;
    while (rest >= Long.BYTES) {
      rest -= Long.BYTES;
      if ((long) EIGHT.get(a, from + rest) != (long) EIGHT.get(b, other + rest)) {
        return false;
      }
    }
    return rest == 0 || tail(a, from, from + rest) == tail(b, other, other + rest);
  }

  /// Copies a run of bytes, which is short more often than not. Behind it others may be copied,
  /// too.
  static void copy(byte[] bytes, int from, byte[] into, int at, int length) {
    int whole = (length + Long.BYTES - 1) & -Long.BYTES;
    if (length > SHORT || bytes.length - from < whole || into.length - at < whole) {
      System.arraycopy(bytes, from, into, at, length);
      return;
    }
    for (int i = 0; i < length; i += Long.BYTES) {
      EIGHT.set(into, at + i, (long) EIGHT.get(bytes, from + i));
    }
  }

  /// The numbers of many texts that stand one after the other. Where each is looked for is looked
  /// at first, all of them in one go: the memory answers many questions at a time, and one after
  /// the other slowly.
  ///
  /// @param ends where each text ends, the next beginning there
  void codes(byte[] bytes, int[] ends, int count, int[] codes) {
    int[] hashes = new int[count];
    hash(bytes, ends, hashes);
    prefetch(hashes);
    for (int i = 0, from = 0; i < count; from = ends[i++]) {
      codes[i] = code(bytes, from, ends[i], hashes[i]);
    }
  }

  private static void hash(byte[] bytes, int[] ends, int[] hashes) {
    for (int i = 0, from = 0; i < hashes.length; from = ends[i++]) {
      hashes[i] = hash(bytes, from, ends[i]);
    }
  }

  /// Looks where some texts are looked for.
  private void prefetch(int[] hashes) {
    int[] found = new int[hashes.length];
    int mask = table.length - 1;
    for (int i = 0; i < found.length; i++) {
      found[i] = (int) table[hashes[i] & mask] - 1;
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = (int) (places[Math.max(0, found[i])] >>> 32);
    }
    long seen = 0;
    for (int place : found) {
      byte[] block = blocks[place >>> BLOCK_BITS];
      seen += block[Math.min(block.length - 1, place & (BLOCK - 1))];
    }
    Prefetch.use(seen);
  }

  /// The number of a text of others', -1 where it is not here.
  int find(Texts others, int number) {
    byte[] bytes = others.block(number);
    int from = others.from(number);
    int to = from + others.length(number);
    int hash = hash(bytes, from, to);
    int mask = table.length - 1;
    for (int at = hash & mask; table[at] != 0; at = (at + 1) & mask) {
      int known = (int) table[at] - 1;
      if ((int) (table[at] >>> 32) == hash && is(known, bytes, from, to)) {
        return known;
      }
    }
    return -1;
  }

  private int append(byte[] bytes, int from, int to) {
    int length = to - from;
    int start = room(length);
    copy(bytes, from, blocks[start >>> BLOCK_BITS], start & (BLOCK - 1), length);
    int flag = isAscii(bytes, from, to) ? 0 : 1;
    take((long) start << 32 | (long) length << 1 | flag);
    if (size * 2L > table.length) {
      grow();
    }
    return size - 1;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  private int room(int length) {
    boolean small = lastBlock == 0 && filled + length <= BLOCK;
    if (small && filled + length > blocks[0].length) {
      blocks[0] = Arrays.copyOf(blocks[0], Math.min(BLOCK, 4 * (filled + length)));
    }
    if (filled + length > BLOCK || blocks[lastBlock].length > BLOCK) {
      lastBlock++;
      demandRoom();
      if (lastBlock == blocks.length) {
        blocks = Arrays.copyOf(blocks, Math.min(MOST_BLOCKS, blocks.length * 2 + 2));
      }
      blocks[lastBlock] = new byte[Math.max(BLOCK, length)];
      filled = 0;
    }
    int start = lastBlock << BLOCK_BITS | filled;
    filled = Math.min(BLOCK, filled + length);
    return start;
  }

  private void demandRoom() {
    if (lastBlock >= MOST_BLOCKS) {
      throw new ListTooLarge("a column holds more than 2 GB of different text");
    }
  }

  /// Takes a text from the first of two.
  ///
  /// @return its number here
  int takeFirst(Texts first, int number) {
    return take(first.places[number]);
  }

  /// Takes a text from the second of two.
  ///
  /// @return its number here
  int takeSecond(Texts second, int number) {
    int before = lastBlock - second.lastBlock;
    return take(second.places[number] + ((long) before << (32 + BLOCK_BITS)));
  }

  private int take(long place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + (size >> 1) + 1);
    }
    places[size] = place;
    return size++;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    int mask = table.length - 1;
    for (long each : old) {
      int at = (int) (each >>> 32) & mask;
      while (each != 0 && table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = each == 0 ? table[at] : each;
    }
  }

  /// A number for a run of bytes, never negative; that of another run is the same by chance alone.
  static int key(byte[] bytes, int from, int to) {
    return hash(bytes, from, to) & Integer.MAX_VALUE;
  }

  /// A number for a text that is the same wherever the text stands.
  long lasting(int number) {
    int from = from(number);
    return mixed(block(number), from, from + length(number));
  }

  private static int hash(byte[] bytes, int from, int to) {
    return (int) (mixed(bytes, from, to) >>> 32);
  }

  private static long mixed(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash ^ (long) EIGHT.get(bytes, at));
    }
    return mixed(hash ^ tail(bytes, at, to));
  }

  /// Fewer than eight bytes as a number.
  private static long tail(byte[] bytes, int from, int to) {
    if (to >= Long.BYTES) {
      return (long) LAST_EIGHT.get(bytes, to - Long.BYTES) & ~(-1L << (8 * (to - from)));
    }
    long tail = 0;
    for (int at = from; at < to; at++) {
      tail = tail << 8 | (bytes[at] & 0xFF);
    }
    return tail;
  }

  private static long mixed(long each) {
    long mixed = (each ^ (each >>> 32)) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }

  /// Gives back what only finding needs, once no text is added any more.
  void close() {
    table = new long[0];
    places = Arrays.copyOf(places, size);
  }
}
