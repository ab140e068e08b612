package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.clew.linkage.LinkModel;
import org.clew.linkage.ModelRefused;

/// What was learned, in a file: read where it is there, written where it is not.
final class KeptModel {

  private static final int LARGEST = 8 << 20;

  private final Optional<Path> place;
  private final SparkSession spark;

  KeptModel(SparkSession spark, Optional<String> file) {
    this.spark = spark;
    this.place = file.map(Path::new);
  }

  /// @throws JobEnding when the file is there and is no model
  Optional<LinkModel> read() {
    return place.flatMap(this::read);
  }

  private Optional<LinkModel> read(Path file) {
    try {
      FileSystem system = system(file);
      if (!system.exists(file)) {
        return Optional.empty();
      }
      if (!system.getFileStatus(file).isFile() || system.getFileStatus(file).getLen() > LARGEST) {
        throw JobEnding.badInput(
            "%s is no model: it is no file, or larger than 8 MB.".formatted(file));
      }
      try (InputStream in = system.open(file)) {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        return Optional.of(LinkModel.read(UTF_8.newDecoder().decode(bytes).toString()));
      }
    } catch (ModelRefused e) {
      throw JobEnding.badInput("%s: %s".formatted(file, e.getMessage()));
    } catch (CharacterCodingException _) {
      throw JobEnding.badInput("%s is no model: it is not UTF-8.".formatted(file));
    } catch (IOException _) {
      throw JobEnding.badInput("%s cannot be read. May you read it?".formatted(file));
    }
  }

  private FileSystem system(Path file) throws IOException {
    return file.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /// Writes what was learned, where it is to be kept.
  void keep(LinkModel learned) {
    place.ifPresent(
        file -> {
          try (OutputStream out = system(file).create(file, false)) {
            out.write(learned.json().getBytes(UTF_8));
          } catch (IOException _) {
            throw JobEnding.badInput("%s cannot be written. May you write there?".formatted(file));
          }
        });
  }
}
