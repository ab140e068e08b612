package org.clew.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clew.linkage.Entities;
import org.clew.linkage.LinkModel;
import org.clew.linkage.ModelRefused;

/// What was learned, in a file: read where it is there, written where it is not or is to be learned
/// anew.
final class KeptModel {

  /// Says that what is in the file is not to be used.
  static final String RELEARN = "--relearn";

  static final String MODEL = "--model";

  private static final long LARGEST = 8L << 20;

  private final Optional<Path> place;
  private final Optional<LinkModel> read;

  private KeptModel(Optional<Path> place, Optional<LinkModel> read) {
    this.place = place;
    this.read = read;
  }

  /// @throws Ending when the file is there and is no model
  static KeptModel of(Arguments arguments) {
    Optional<Path> place = arguments.file(MODEL);
    boolean anew = arguments.has(RELEARN);
    if (anew && place.isEmpty()) {
      throw Ending.usage("--relearn learns a model anew. Say which: --model MODEL.json.");
    }
    boolean isThere = place.filter(Files::exists).isPresent();
    return new KeptModel(place, isThere && !anew ? place.map(KeptModel::read) : Optional.empty());
  }

  private static LinkModel read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw Ending.badInput(
            "%s is no model: it is no file, or larger than 8 MB.".formatted(file));
      }
      return LinkModel.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (ModelRefused e) {
      throw Ending.badInput("%s: %s".formatted(file, e.getMessage()));
    } catch (CharacterCodingException _) {
      throw Ending.badInput("%s is no model: it is not UTF-8.".formatted(file));
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be read. May you read it?".formatted(file));
    }
  }

  /// What was learned before, where it is to be used.
  Optional<LinkModel> read() {
    return read;
  }

  /// Writes what was learned, where it is to be kept and was not read. What no two rows taught is
  /// not kept: other lists would be linked by it as if something had been learned.
  void keep(Entities entities, Terminal terminal) {
    if (place.isEmpty() || read.isPresent()) {
      return;
    }
    LinkModel learned = entities.model();
    if (learned.from().pairs() == 0) {
      terminal.say(
          "There are no two rows to compare: nothing was learned, and %s is not written."
              .formatted(place.get()));
    } else {
      OutFile.bytes(
          place.get(), OutFile.Over.ORDINARY_FILE, learned.json().getBytes(StandardCharsets.UTF_8));
      terminal.say("What was learned is kept in %s.".formatted(place.get()));
    }
  }
}
