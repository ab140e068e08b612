package org.clew.platform.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clew.linkage.Agreement;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.Strength;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// "Known before?" for machines.
@RestController
@RequestMapping("/api/v1/known-before")
@Tag(name = "known-before", description = "Whether something was seen before, with reasons in bits")
class KnownApi {

  private static final int VALUES = 50;
  private static final int VALUE_CHARS = 1_000;

  private final KnownBefore knownBefore;

  KnownApi(KnownBefore knownBefore) {
    this.knownBefore = knownBefore;
  }

  /// What is asked: either a text or values.
  record Question(
      @Schema(
              description =
                  "What somebody typed: a phone number in any spelling or its last digits, a name"
                      + " in any script, an e-mail address, a plate, an address, a username. At"
                      + " most 200 characters.",
              example = "07700 900188")
          @Nullable String text,
      @Schema(
              description =
                  "Values of one and the same thing, instead of a text: those that differ count"
                      + " against a match. At most 50.")
          @Nullable List<@Nullable ValueShown> values) {}

  /// A value and its kind.
  record ValueShown(
      @Schema(description = "What the text is") Kind kind,
      @Schema(description = "As written, at most 1,000 characters") String text) {

    static ValueShown of(Value value) {
      return new ValueShown(value.kind(), value.text());
    }
  }

  /// A record as the token may see it.
  record RecordShown(
      UUID id,
      @Schema(description = "Where it came from") RecordSource.Kind source,
      @Schema(description = "Id of the case or the import") UUID sourceId,
      @Schema(description = "Number of the case, name of the list") String sourceName,
      @Schema(description = "Line of the list it came from, 0 for none") long line,
      String label,
      @Schema(description = "Contact details are masked without the scope READ_CONTACT_DETAILS")
          List<ValueShown> values) {

    static RecordShown of(ShownRecord record) {
      return new RecordShown(
          record.id().value(),
          record.source().kind(),
          record.source().id(),
          record.source().name(),
          record.line(),
          record.label(),
          record.values().stream().map(ValueShown::of).toList());
    }
  }

  /// One reason.
  record EvidenceShown(
      Kind kind,
      String asked,
      String found,
      @Schema(description = "How the two agree") Agreement agreement,
      @Schema(description = "log2(m/u): above 0 for, below 0 against") double bits,
      @Schema(description = "Records that hold what agrees; 0 where it is not told")
          long frequency) {}

  /// A judgement in force.
  record JudgedShown(UUID id, Verdict verdict, String reason, java.time.Instant at) {}

  /// A match and why.
  record MatchShown(
      RecordShown record,
      @Schema(description = "Records that people judged to be one with it") List<RecordShown> same,
      @Schema(description = "What they are known by together: it stays; see /api/v1/entities")
          @Nullable UUID entity,
      @Schema(description = "Match weight in bits: the prior and all evidence") double weight,
      @Schema(description = "0..1, what the weight says if the model holds") double probability,
      Strength strength,
      @Schema(description = "Bits before any evidence") double prior,
      List<EvidenceShown> evidence,
      @Nullable JudgedShown judged) {}

  /// All that is known, strongest first.
  record AnswerShown(
      List<MatchShown> matches,
      @Schema(description = "Matches found in all, of which the strongest are given") int total,
      @Schema(description = "Matches judged to be something else") List<MatchShown> setAside,
      @Schema(description = "Records searched, 0 where it is not told") long records) {}

  @Operation(
      summary = "Ask whether something is known",
      description =
          "Searches the organisation's cases and imported lists as far as the token may see them."
              + " Scope ASK_KNOWN_BEFORE; READ_RECORDS or READ_CASE says which records. The search"
              + " and every record given are written to the audit.")
  @ApiResponse(responseCode = "200", description = "What is known, possibly nothing")
  @ApiResponse(responseCode = "422", description = "Nothing to look for, or too long")
  @PostMapping
  @Allowed(Action.ASK_KNOWN_BEFORE)
  ResponseEntity<AnswerShown> ask(SignedIn me, @RequestBody Question question) {
    List<@Nullable ValueShown> values = question.values();
    Answer answer =
        values == null || values.isEmpty()
            ? knownBefore.ask(me, question.text() == null ? "" : question.text())
            : knownBefore.ask(me, values(values));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(answer));
  }

  private static List<Value> values(List<@Nullable ValueShown> values) {
    if (values.size() > VALUES) {
      throw new Refused("investigation.known.many", VALUES).at("values");
    }
    return IntStream.range(0, values.size())
        .mapToObj(i -> value("values[" + i + "]", values.get(i)))
        .toList();
  }

  private static Value value(String field, @Nullable ValueShown said) {
    if (said == null) {
      throw new Refused("web.mistake.empty").at(field);
    }
    if (said.kind() == null) {
      throw new Refused("web.mistake.choose").at(field + ".kind");
    }
    if (said.text() == null) {
      throw new Refused("web.mistake.empty").at(field + ".text");
    }
    if (said.text().length() > VALUE_CHARS) {
      throw new Refused("investigation.known.long", VALUE_CHARS).at(field + ".text");
    }
    return new Value(said.kind(), said.text());
  }

  private static AnswerShown shown(Answer answer) {
    boolean tells = answer.records() > 0;
    return new AnswerShown(
        answer.shown().stream().map(found -> shown(found, tells)).toList(),
        answer.total(),
        answer.setAside().stream().map(found -> shown(found, tells)).toList(),
        answer.records());
  }

  private static MatchShown shown(Found found, boolean tellsFrequency) {
    Judged judged = found.judged();
    return new MatchShown(
        RecordShown.of(found.record()),
        found.same().stream().map(RecordShown::of).toList(),
        found.entity() == null ? null : found.entity().value(),
        found.match().weight(),
        found.match().probability(),
        found.match().strength(),
        found.match().prior(),
        found.match().evidence().stream().map(said -> shown(said, tellsFrequency)).toList(),
        judged == null
            ? null
            : new JudgedShown(judged.id().value(), judged.verdict(), judged.reason(), judged.at()));
  }

  private static EvidenceShown shown(Evidence said, boolean tellsFrequency) {
    return new EvidenceShown(
        said.kind(),
        said.asked(),
        said.found(),
        said.agreement(),
        said.bits(),
        tellsFrequency ? said.frequency() : 0);
  }
}
