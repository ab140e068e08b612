package org.clew.platform.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clew.linkage.Succession;
import org.clew.linkage.Verdict;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.investigation.screen.EntityPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Entities for machines.
@RestController
@RequestMapping("/api/v1/entities")
@Tag(name = "entities", description = "Records that people judged to be one, under ids that last")
class EntityApi {

  private final EntitySheets sheets;

  EntityApi(EntitySheets sheets) {
    this.sheets = sheets;
  }

  /// An entity.
  record EntityShown(
      UUID id,
      @Schema(description = "When it went into others; empty while it is there")
          @Nullable Instant endedAt,
      @Schema(description = "Its records, as far as the token may see them")
          List<KnownApi.RecordShown> records,
      @Schema(description = "Once it ended: the entities in which its records are by now")
          List<UUID> now,
      @Schema(description = "What happened to it, the latest first") List<EventShown> history) {}

  /// What happened.
  record EventShown(
      Succession.Kind kind,
      EntityMoment.Cause cause,
      Instant at,
      @Schema(description = "What was judged or taken back, if that was the cause")
          @Nullable Verdict verdict,
      @Schema(description = "Which records went where; empty where that is not told")
          List<MoveShown> moves) {}

  /// Records that went the same way.
  record MoveShown(
      @Schema(description = "The entity they were in, if any") @Nullable UUID from,
      @Schema(description = "The entity they are in, if any") @Nullable UUID to,
      int records) {}

  @Operation(
      summary = "An entity, also under an id it no longer goes by",
      description =
          "Scope ASK_KNOWN_BEFORE; READ_RECORDS or READ_CASE says which records. Every record given"
              + " is written to the audit.")
  @ApiResponse(responseCode = "200", description = "The entity, or what it went into")
  @ApiResponse(responseCode = "404", description = "There never was one, or it may not be seen")
  @GetMapping("/{id}")
  @Allowed(Action.ASK_KNOWN_BEFORE)
  ResponseEntity<EntityShown> one(SignedIn me, @PathVariable("id") UUID id) {
    EntityPage page = sheets.one(me, new EntityId(id));
    boolean tells = page.figures() == EntityPage.Figures.SHOWN;
    var shown =
        new EntityShown(
            id,
            page.endedAt(),
            page.records().stream().map(KnownApi.RecordShown::of).toList(),
            page.now().stream().map(now -> now.id().value()).toList(),
            page.history().stream().map(moment -> shown(moment, tells)).toList());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
  }

  private static EventShown shown(EntityMoment moment, boolean tells) {
    EntityMoment.Said said = moment.judgement();
    return new EventShown(
        moment.kind(),
        moment.cause(),
        moment.at(),
        said == null ? null : said.verdict(),
        tells ? moment.moves().stream().map(EntityApi::shown).toList() : List.of());
  }

  private static MoveShown shown(EntityMoment.Move move) {
    return new MoveShown(id(move.from()), id(move.to()), move.records());
  }

  private static @Nullable UUID id(@Nullable EntityId id) {
    return id == null ? null : id.value();
  }
}
