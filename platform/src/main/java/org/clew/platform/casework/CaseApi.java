package org.clew.platform.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.ListAsk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases for machines: the same rules as on the screens, because the same faces answer.
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "Cases within the reach of the token")
class CaseApi {

  private final Casework casework;
  private final NewCases newCases;
  private final InstantSource clock;

  CaseApi(Casework casework, NewCases newCases, InstantSource clock) {
    this.casework = casework;
    this.newCases = newCases;
    this.clock = clock;
  }

  /// What a list shows of a case.
  record HeadShown(
      UUID id,
      String reference,
      String title,
      CaseStatus status,
      String nextAction,
      @Nullable Instant nextDue,
      Instant openedAt,
      Instant changedAt,
      List<UUID> assigned) {

    static HeadShown of(CaseHead head) {
      return new HeadShown(
          head.id().value(),
          head.reference(),
          head.title(),
          head.status(),
          head.nextAction(),
          head.nextDue(),
          head.openedAt(),
          head.changedAt(),
          head.assigned().stream().map(PersonId::value).toList());
    }
  }

  /// One page of cases, from 1.
  record CasesShown(List<HeadShown> cases, long total, int page) {}

  /// A statement, retracted ones too.
  record StatementShown(
      UUID id,
      UUID contact,
      Speaker speaker,
      @Nullable UUID participant,
      String words,
      List<Fact> facts,
      Surety surety) {

    static StatementShown of(Statement statement) {
      return new StatementShown(
          statement.id().value(),
          statement.contact().value(),
          statement.speaker(),
          Rows.value(statement.participant()),
          statement.words(),
          statement.factsInOrder(),
          statement.surety());
    }
  }

  /// A whole case. What no longer stands is among the statements alone.
  record CaseShown(
      HeadShown head,
      List<Shown.ParticipantShown> participants,
      List<Shown.IdentifierShown> identifiers,
      List<Shown.PlaceShown> places,
      List<StatementShown> statements,
      List<StandingFact> facts,
      List<Element> missing,
      List<Shown.DeterminationShown> determinations) {

    static CaseShown of(Case it) {
      return new CaseShown(
          HeadShown.of(it.head()),
          it.participants().stream().filter(Participant::stands).map(Shown::participant).toList(),
          it.identifiers().stream().filter(Identifier::stands).map(Shown::identifier).toList(),
          it.places().stream().filter(Place::stands).map(Shown::place).toList(),
          it.statements().stream().map(StatementShown::of).toList(),
          it.facts(),
          it.missing().stream().sorted().toList(),
          it.determinations().stream().map(Shown::determination).toList());
    }
  }

  /// A case to be opened.
  ///
  /// @param channel how the first contact came about; none when there was none
  /// @param began when it was; now when it is not said
  /// @param words what was said in it
  record CaseAsked(
      @Nullable String title,
      @Nullable String nextAction,
      @Nullable Instant nextDue,
      @Nullable Channel channel,
      @Nullable Instant began,
      @Nullable String words,
      @Nullable String speaker,
      @Nullable ParticipantRole speakerRole,
      @Nullable String phone) {}

  @GetMapping
  @Allowed(Action.READ_CASE)
  @Operation(summary = "List cases, what changed last first")
  ResponseEntity<CasesShown> list(
      SignedIn me,
      @RequestParam(required = false) @Nullable CaseStatus status,
      @RequestParam(defaultValue = "1") int page) {
    ListAsk ask = new ListAsk(null, null, page);
    var filter = new CaseFilter(status, null, false, "-changed", ask.offset(), ListAsk.PAGE_ROWS);
    FoundCases found = casework.list(me, filter);
    return kept(
        new CasesShown(
            found.cases().stream().map(HeadShown::of).toList(), found.total(), ask.pageNumber()));
  }

  @GetMapping("/{id}")
  @Allowed(Action.READ_CASE)
  @Operation(summary = "Read a case; that it was read is written down")
  @ApiResponse(responseCode = "200", description = "The case", useReturnTypeSchema = true)
  ResponseEntity<CaseShown> read(SignedIn me, @PathVariable UUID id) {
    return kept(CaseShown.of(casework.read(me, new CaseId(id))));
  }

  @PostMapping
  @Allowed(Action.OPEN_CASE)
  @Operation(summary = "Open a case, with the contact it begins with")
  @ApiResponse(responseCode = "201", description = "Opened", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "422", description = "A field is missing, too long or odd")
  ResponseEntity<HeadShown> open(SignedIn me, @RequestBody CaseAsked asked) {
    CaseHead head = newCases.open(me, NewCases.of(asked, clock.instant()));
    return ResponseEntity.created(URI.create("/api/v1/cases/" + head.id()))
        .cacheControl(CacheControl.noStore())
        .body(HeadShown.of(head));
  }

  private static <T> ResponseEntity<T> kept(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
