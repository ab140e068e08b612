package org.clew.linkage.psi;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.clew.linkage.psi.MessageRefused.Why;

/// A message as it travels: `docs/standards/private-matching.md` describes it byte by byte.
///
/// @param kind what it is
/// @param head who sent it, and what it belongs to
/// @param nonce opens the commitment to an order; empty but in an opening
/// @param tables what the kind has
record Message(Kind kind, Head head, Bytes nonce, List<Table> tables) {

  static final int VERSION = 1;
  static final int RUN_ID_BYTES = 16;

  private static final byte[] MAGIC = "CLEW-PSI".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = 8 + 4 + RUN_ID_BYTES + 3 * Hashes.HASH_BYTES;

  /// What a message is.
  enum Kind {
    OFFER(1, "an offer"),
    RESPONSE(2, "a response"),
    RESULT(3, "a result"),
    CONSENT(4, "a consent"),
    OPENING(5, "an opening");

    final int code;
    private final String words;

    Kind(int code, String words) {
      this.code = code;
      this.words = words;
    }

    /// The kind with its article: `an offer`.
    String words() {
      return words;
    }

    private int nonceBytes() {
      return this == OPENING ? Hashes.HASH_BYTES : 0;
    }

    /// The bytes of a cell of each table.
    private List<Integer> widths() {
      return switch (this) {
        case OFFER -> List.of(Masking.POINT_BYTES);
        case RESPONSE -> List.of(Masking.TAG_BYTES, Masking.POINT_BYTES);
        case RESULT, OPENING -> List.of(Masking.TAG_BYTES);
        case CONSENT -> List.of();
      };
    }
  }

  /// What every message names.
  ///
  /// @param role of the sender
  /// @param runId of the run
  /// @param previous hash of the message that this one answers, zeros in an offer
  /// @param set the sender's commitment to its list
  /// @param order the sender's commitment to the order it hides, zeros where it hides none
  record Head(Role role, Bytes runId, Bytes previous, Bytes set, Bytes order) {}

  Message {
    tables = List.copyOf(tables);
  }

  Bytes encoded() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    out.write(VERSION);
    out.write(kind.code);
    out.write(head.role().code);
    out.write(0);
    out.writeBytes(head.runId().value);
    out.writeBytes(head.previous().value);
    out.writeBytes(head.set().value);
    out.writeBytes(head.order().value);
    out.writeBytes(nonce.value);
    for (Table table : tables) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(table.slots()).array());
      out.write(table.keys());
      out.write(table.width());
      out.writeBytes(table.bytes());
    }
    out.writeBytes(Hashes.of("message", out.toByteArray()));
    return Bytes.over(out.toByteArray());
  }

  /// The hash that the answer to it names.
  static Bytes hash(Bytes encoded) {
    return Bytes.over(Hashes.of("previous", encoded.value));
  }

  /// @throws MessageRefused where the bytes are no whole message of this version
  static Message decode(Bytes encoded) {
    byte[] bytes = encoded.value;
    if (bytes.length > MatchLimits.MESSAGE_BYTES) {
      throw new MessageRefused(Why.TOO_LARGE, "The message is larger than any this protocol has.");
    }
    if (bytes.length < MAGIC.length + 1 || !Arrays.equals(MAGIC, 0, 8, bytes, 0, 8)) {
      throw new MessageRefused(Why.DAMAGED, "This is no message of private matching.");
    }
    if (bytes[MAGIC.length] != VERSION) {
      throw new MessageRefused(
          Why.VERSION,
          "The message is of version %d; this program speaks version %d. Both sides need the same version of Clew."
              .formatted(bytes[MAGIC.length], VERSION));
    }
    int end = bytes.length - Hashes.HASH_BYTES;
    if (end < HEAD_BYTES || !isWhole(bytes, end)) {
      throw damaged();
    }
    try {
      return read(ByteBuffer.wrap(bytes, 0, end));
    } catch (BufferUnderflowException _) {
      throw damaged();
    }
  }

  private static boolean isWhole(byte[] bytes, int end) {
    byte[] hash = Hashes.of("message", Arrays.copyOf(bytes, end));
    return Arrays.equals(hash, 0, Hashes.HASH_BYTES, bytes, end, bytes.length);
  }

  private static MessageRefused damaged() {
    return new MessageRefused(
        Why.DAMAGED, "The message was cut off or changed on its way. Ask for it again.");
  }

  private static Message read(ByteBuffer in) {
    in.position(MAGIC.length + 1);
    int kindCode = in.get();
    int roleCode = in.get();
    Kind kind = one(Kind.values(), each -> each.code == kindCode);
    Role role = one(Role.values(), each -> each.code == roleCode);
    if (in.get() != 0) {
      throw damaged();
    }
    var head =
        new Head(
            role,
            take(in, RUN_ID_BYTES),
            take(in, Hashes.HASH_BYTES),
            take(in, Hashes.HASH_BYTES),
            take(in, Hashes.HASH_BYTES));
    Bytes nonce = take(in, kind.nonceBytes());
    List<Table> tables = new ArrayList<>();
    for (int width : kind.widths()) {
      tables.add(table(in, width));
    }
    if (in.hasRemaining()) {
      throw damaged();
    }
    return new Message(kind, head, nonce, tables);
  }

  private static Table table(ByteBuffer in, int width) {
    int slots = in.getInt();
    int keys = in.get();
    boolean sized =
        slots >= MatchLimits.LEAST_SLOTS
            && slots <= MatchLimits.slots(MatchLimits.MOST_RECORDS)
            && slots == MatchLimits.slots(slots)
            && keys >= 1
            && keys <= MatchLimits.MOST_KEYS;
    if (!sized || in.get() != width) {
      throw damaged();
    }
    return new Table(slots, keys, width, take(in, slots * keys * width).value);
  }

  private static Bytes take(ByteBuffer in, int count) {
    if (in.remaining() < count) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[count];
    in.get(bytes);
    return Bytes.over(bytes);
  }

  private static <T> T one(T[] values, Predicate<T> wanted) {
    return Arrays.stream(values).filter(wanted).findFirst().orElseThrow(Message::damaged);
  }
}
