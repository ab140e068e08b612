package org.clew.platform.investigation.screen;

import java.time.Instant;
import java.util.List;
import org.clew.platform.investigation.EntityId;
import org.clew.platform.investigation.EntityMoment;
import org.clew.platform.investigation.ShownRecord;
import org.clew.platform.web.Screen;
import org.jspecify.annotations.Nullable;

/// Records that were judged to be one, and what happened to them.
///
/// @param endedAt when it went into others, if it did
/// @param records its records, as far as they may be seen; none once it ended
/// @param now where its records are, once it ended
/// @param history the latest first
/// @param figures whether it may be told how many records there are in all
public record EntityPage(
    EntityId id,
    @Nullable Instant endedAt,
    List<ShownRecord> records,
    List<Now> now,
    List<EntityMoment> history,
    Figures figures) {

  /// Whether counts over all records are told.
  public enum Figures {
    SHOWN,
    HIDDEN
  }

  /// An entity in which records are by now, with those that may be seen.
  public record Now(EntityId id, List<ShownRecord> records) {
    public Now {
      records = List.copyOf(records);
    }
  }

  public EntityPage {
    records = List.copyOf(records);
    now = List.copyOf(now);
    history = List.copyOf(history);
  }

  /// What happened, in a sentence.
  public String told(Screen screen, EntityMoment moment) {
    return screen.say("investigation.entity.kind." + key(moment));
  }

  private String key(EntityMoment moment) {
    boolean isHere = moment.moves().stream().anyMatch(move -> id.equals(move.to()));
    return switch (moment.kind()) {
      case NEW -> "NEW";
      case SAME -> moment.moves().stream().anyMatch(move -> move.from() == null) ? "CAME" : "LEFT";
      case MERGED -> isHere ? "MERGED" : "WENT";
      case SPLIT ->
          moment.moves().stream().anyMatch(move -> id.equals(move.from())) ? "SPLIT" : "FROM";
      case GONE -> "GONE";
    };
  }

  /// Why it happened, in a sentence.
  public String why(Screen screen, EntityMoment moment) {
    EntityMoment.Said said = moment.judgement();
    String cause = "investigation.entity.cause." + moment.cause().name();
    if (said == null) {
      return screen.say(cause);
    }
    String verdict = screen.say("investigation.judge." + said.verdict().name());
    return said.byName() == null
        ? screen.say(cause + ".somebody", verdict)
        : screen.say(cause, verdict, said.byName());
  }
}
