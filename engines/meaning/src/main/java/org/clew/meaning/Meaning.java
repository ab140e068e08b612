package org.clew.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.clew.tables.Json;

/// What passages of English mean, by all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych
/// 2019), its weights rounded to bytes. Other languages it does not read. Any number of threads may
/// ask; each answers its own question, and a passage has one direction, whoever asks and beside
/// whatever.
///
/// The native library that runs the model is unpacked into `java.io.tmpdir` by itself when the
/// first is loaded.
public final class Meaning implements AutoCloseable {

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;
  private final Passages.Around around;

  private Meaning(OrtEnvironment environment, OrtSession session, Map<String, Integer> vocabulary) {
    this.environment = environment;
    this.session = session;
    this.pieces = new WordPieces(vocabulary);
    this.around =
        new Passages.Around(
            Objects.requireNonNull(vocabulary.get("[CLS]")),
            Objects.requireNonNull(vocabulary.get("[SEP]")),
            Objects.requireNonNull(vocabulary.get(WordPieces.UNKNOWN)));
  }

  /// Loads the model: about a second, and 0.2 GB outside the heap.
  ///
  /// @throws MeaningUnavailable where there is no native library for this machine, or it cannot be
  ///   unpacked or run
  public static Meaning load() throws MeaningUnavailable {
    Map<String, Integer> vocabulary = vocabulary();
    byte[] model = bytes(MODEL);
    try (var options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Meaning(environment, environment.createSession(model, options), vocabulary);
    } catch (OrtException | LinkageError e) {
      throw new MeaningUnavailable(e);
    }
  }

  /// The model's vocabulary: the number of each word piece.
  static Map<String, Integer> vocabulary() {
    try {
      Json.Members tokenizer =
          (Json.Members) Json.read(new String(bytes(VOCABULARY), StandardCharsets.UTF_8));
      var model = (Json.Members) Objects.requireNonNull(tokenizer.all().get("model"));
      var written = (Json.Members) Objects.requireNonNull(model.all().get("vocab"));
      Map<String, Integer> vocabulary = HashMap.newHashMap(written.all().size());
      written
          .all()
          .forEach(
              (piece, id) -> vocabulary.put(piece, Integer.valueOf(((Json.Numeral) id).written())));
      return vocabulary;
    } catch (Json.Malformed e) {
      throw new IllegalStateException("The model's jar is damaged.", e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Meaning.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, "the model's jar").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The passages of a text, at the bounds of sentences or of words.
  public Passages passages(String text) {
    return Passages.of(text, pieces.cut(text, Passages.MOST_PIECES), around);
  }

  /// What a passage means: the mean over its word pieces of what the model makes of each.
  public Direction direction(Passage passage) {
    long[] ids = passage.ids();
    long[] shape = {1, ids.length};
    long[] attended = new long[ids.length];
    Arrays.fill(attended, 1);
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(attended), shape);
        OnnxTensor part =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", pieces, "attention_mask", mask, "token_type_ids", part))) {
      return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Direction mean(FloatBuffer each, int pieces) {
    double[] sums = new double[each.remaining() / pieces];
    for (int i = 0; i < pieces; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += each.get(i * sums.length + j);
      }
    }
    return new Direction(sums);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
