package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Numeral;
import org.clew.tables.Json.Text;
import org.junit.jupiter.api.Test;

/// A whole round, made by another program in another language, from the standard alone.
class FederatedVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  private final Read vectors = vectors();
  private final Codebook codebook = CodebookText.read(vectors.text("codebook"));
  private final Round round =
      Round.of(vectors.text("plan").getBytes(StandardCharsets.UTF_8), codebook);

  private static Read vectors() {
    try (InputStream in = FederatedVectorsTest.class.getResourceAsStream("vectors.json")) {
      return Read.text(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
          "A vector");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Read> each(String name) {
    return vectors.items(name).stream().map(json -> Read.members(json, name)).toList();
  }

  private SecretKeys keys(String member) {
    Read of =
        each("members").stream()
            .filter(each -> each.text("name").equals(member))
            .findFirst()
            .orElseThrow();
    return new SecretKeys(
        new Keys.Pair(of.text("exchange_secret"), of.text("exchange_key")),
        new Keys.Pair(of.text("signature_secret"), of.text("signature_key")));
  }

  private static long[] numbers(Json items) {
    return ((Items) items)
        .all().stream().mapToLong(each -> Long.parseLong(((Numeral) each).written())).toArray();
  }

  @Test
  void the_plan_is_bound_to_by_its_bytes() {
    assertThat(round.digest()).isEqualTo(vectors.text("plan_digest"));
    assertThat(CodebookText.write(codebook)).isEqualTo(vectors.text("codebook"));
  }

  @Test
  void both_members_of_a_pair_come_to_the_same_mask() {
    assertThat(each("masks")).hasSize(3);
    for (Read mask : each("masks")) {
      Member lower = member(mask.text("lower"));
      Member higher = member(mask.text("higher"));
      byte[] shared = Keys.agreed(keys(lower.name()).exchange(), higher);
      assertThat(shared)
          .isEqualTo(Keys.agreed(keys(higher.name()).exchange(), lower))
          .isEqualTo(HEX.parseHex(mask.text("shared")));

      byte[] seed =
          Masks.seed(
              shared,
              round.plan().round(),
              round.digest(),
              lower.exchangeKey(),
              higher.exchangeKey());
      assertThat(seed).isEqualTo(HEX.parseHex(mask.text("seed")));

      long[] words = new long[mask.items("words").size()];
      Masks.put(seed, true, words);
      for (int i = 0; i < words.length; i++) {
        assertThat(new Text(HEX.toHexDigits(words[i]))).isEqualTo(mask.items("words").get(i));
      }
    }
  }

  private Member member(String key) {
    return round.plan().members().stream()
        .filter(each -> each.exchangeKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_file_is_byte_for_byte_what_the_other_program_made() {
    for (Read contribution : each("contributions")) {
      SecretKeys keys = keys(contribution.text("member"));
      long[] words = numbers(new Items(contribution.items("words")));
      Contribution.mask(round, round.own(keys), keys, words, () -> {});

      assertThat(Contribution.encoded(round, round.own(keys), keys, words))
          .isEqualTo(HEX.parseHex(contribution.text("file")));
    }
  }

  @Test
  void their_sum_is_free_of_masks() {
    long[] sum = new long[1 + round.cells()];
    for (Read contribution : each("contributions")) {
      Contribution.decode(round, HEX.parseHex(contribution.text("file"))).addTo(sum);
    }

    assertThat(sum).isEqualTo(numbers(new Items(vectors.items("sum"))));
  }
}
