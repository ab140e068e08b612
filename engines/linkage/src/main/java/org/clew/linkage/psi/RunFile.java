package org.clew.linkage.psi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.ExactKey.Way;
import org.clew.linkage.psi.MessageRefused.Why;
import org.clew.linkage.psi.Run.Counted;
import org.clew.linkage.psi.Run.Decision;
import org.clew.linkage.psi.Run.Hidden;
import org.clew.linkage.psi.Run.Offered;
import org.clew.linkage.psi.Run.Own;
import org.clew.linkage.psi.Run.Responded;
import org.clew.linkage.psi.Run.Returned;

/// A [Run] as bytes, to be kept where only its owner can read them.
public final class RunFile {

  private static final String MAGIC = "clew-psi-run-1";
  private static final int OFFERED = 1;
  private static final int RESPONDED = 2;
  private static final int COUNTED = 3;

  private RunFile() {}

  /// The run as bytes.
  public static Bytes encoded(Run run) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      switch (run) {
        case Offered(Own own, Bytes scalar) -> {
          out.writeByte(OFFERED);
          write(out, own);
          write(out, scalar);
        }
        case Responded(Own own, Bytes theirSet, Hidden hidden) -> {
          out.writeByte(RESPONDED);
          write(out, own);
          write(out, theirSet);
          write(out, hidden);
        }
        case Counted counted -> {
          out.writeByte(COUNTED);
          write(out, counted.own());
          write(out, counted.theirSet());
          write(out, counted.hidden());
          write(out, counted.returned().table());
          write(out, counted.returned().order());
          out.writeUTF(counted.decided().name());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An array takes every byte", e);
    }
    return Bytes.over(bytes.toByteArray());
  }

  /// The run of such bytes.
  ///
  /// @throws MessageRefused where they are none
  public static Run decode(Bytes encoded) {
    try (var in = new DataInputStream(new ByteArrayInputStream(encoded.value))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw damaged();
      }
      int stage = in.readByte();
      Own own = own(in);
      return switch (stage) {
        case OFFERED -> new Offered(own, bytes(in));
        case RESPONDED -> new Responded(own, bytes(in), hidden(in));
        case COUNTED ->
            new Counted(
                own,
                bytes(in),
                hidden(in),
                new Returned(table(in), bytes(in)),
                Decision.valueOf(in.readUTF()));
        default -> throw damaged();
      };
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
      throw damaged();
    }
  }

  private static MessageRefused damaged() {
    return new MessageRefused(
        Why.DAMAGED, "What was kept of the run is damaged. Give the run up and begin again.");
  }

  private static void write(DataOutputStream out, Own own) throws IOException {
    out.writeUTF(own.role().name());
    write(out, own.runId());
    write(out, own.set());
    write(out, own.previous());
    Layout layout = own.layout();
    out.writeInt(layout.slots());
    out.writeInt(layout.keys());
    for (int cell : layout.cells()) {
      out.writeInt(cell);
    }
    out.writeInt(layout.held().size());
    for (Layout.HeldKey held : layout.held()) {
      out.writeUTF(held.way().name());
      out.writeInt(held.rows().size());
      for (int row : held.rows()) {
        out.writeInt(row);
      }
    }
  }

  private static Own own(DataInputStream in) throws IOException {
    Role role = Role.valueOf(in.readUTF());
    Bytes runId = bytes(in);
    Bytes set = bytes(in);
    Bytes previous = bytes(in);
    int slots = in.readInt();
    int keys = in.readInt();
    int count = count(in, (long) slots * keys);
    List<Integer> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(in.readInt());
    }
    int keysHeld = count(in, in.readInt());
    List<Layout.HeldKey> held = new ArrayList<>(keysHeld);
    for (int i = 0; i < keysHeld; i++) {
      Way way = Way.valueOf(in.readUTF());
      int holders = count(in, in.readInt());
      List<Integer> rows = new ArrayList<>(holders);
      for (int row = 0; row < holders; row++) {
        rows.add(in.readInt());
      }
      held.add(new Layout.HeldKey(way, rows));
    }
    return new Own(role, runId, set, previous, new Layout(slots, keys, cells, held));
  }

  private static void write(DataOutputStream out, Bytes bytes) throws IOException {
    out.writeInt(bytes.size());
    out.write(bytes.value);
  }

  private static Bytes bytes(DataInputStream in) throws IOException {
    return Bytes.over(in.readNBytes(count(in, in.readInt())));
  }

  private static void write(DataOutputStream out, Hidden hidden) throws IOException {
    write(out, hidden.theirs());
    write(out, hidden.nonce());
  }

  private static Hidden hidden(DataInputStream in) throws IOException {
    return new Hidden(table(in), bytes(in));
  }

  private static void write(DataOutputStream out, Table table) throws IOException {
    out.writeInt(table.slots());
    out.writeInt(table.keys());
    out.writeInt(table.width());
    write(out, Bytes.over(table.bytes()));
  }

  private static Table table(DataInputStream in) throws IOException {
    return new Table(in.readInt(), in.readInt(), in.readInt(), bytes(in).value);
  }

  /// A number of things, each at least a byte, that are still to come.
  private static int count(DataInputStream in, long said) throws IOException {
    if (said < 0 || said > in.available()) {
      throw damaged();
    }
    return (int) said;
  }
}
