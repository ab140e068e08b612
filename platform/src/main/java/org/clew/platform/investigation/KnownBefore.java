package org.clew.platform.investigation;

import java.util.List;
import java.util.function.Function;
import org.clew.linkage.FreeText;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.Match;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// "Have we seen this before?" Asking is written down, and so is every record that is shown.
@Component
public final class KnownBefore {

  private final Residents residents;
  private final Findings findings;
  private final Judgements judgements;
  private final TransactionTemplate transaction;

  KnownBefore(
      Residents residents,
      Findings findings,
      Judgements judgements,
      PlatformTransactionManager transactions) {
    this.residents = residents;
    this.findings = findings;
    this.judgements = judgements;
    transaction = new TransactionTemplate(transactions);
  }

  /// Asks about what somebody typed: a phone in any spelling or only its ending, a name in any
  /// script, an e-mail address, a plate, an address, a username.
  ///
  /// @throws Refused when it is blank, too long, or holds nothing to look for
  public Answer ask(SignedIn me, String typed) {
    me.demand(Action.ASK_KNOWN_BEFORE);
    List<Value> readings = readings(typed);
    return answer(me, typed.strip(), index -> index.queryAny(readings, Limits.LOOKED_THROUGH));
  }

  /// What somebody typed, when it can be asked about.
  ///
  /// @throws Refused when it is blank, too long, or holds nothing to look for
  String readable(String typed) {
    readings(typed);
    return typed.strip();
  }

  /// Asks about values of one and the same thing.
  ///
  /// @throws Refused when none says anything
  public Answer ask(SignedIn me, List<Value> values) {
    me.demand(Action.ASK_KNOWN_BEFORE);
    if (values.stream().allMatch(value -> value.text().isBlank())) {
      throw new Refused("investigation.known.empty");
    }
    return answer(me, null, index -> index.query(values, Limits.LOOKED_THROUGH));
  }

  /// Judges whether what was typed is a record that was found.
  public JudgementId judge(
      SignedIn me, String typed, RecordId right, Verdict verdict, String reason) {
    return judgements.judgeAsked(me, typed.strip(), readings(typed), right, verdict, reason);
  }

  private Answer answer(
      SignedIn me, @Nullable String asked, Function<LinkIndex, List<Match>> search) {
    return transaction.execute(
        _ -> {
          LinkIndex index = residents.upToDate();
          List<Match> matches = search.apply(index);
          RecordId before = asked == null ? null : judgements.asked(asked).orElse(null);
          List<Findings.Pair> pairs =
              matches.stream()
                  .filter(match -> before == null || !match.id().equals(before.toString()))
                  .map(match -> new Findings.Pair(before, match))
                  .toList();
          return findings.searched(me, asked, pairs, index.size());
        });
  }

  private List<Value> readings(String typed) {
    if (typed.isBlank()) {
      throw new Refused("investigation.known.empty");
    }
    if (typed.strip().length() > Limits.ASKED_CHARS) {
      throw new Refused("investigation.known.long", Limits.ASKED_CHARS);
    }
    List<Value> readings = FreeText.read(typed.strip(), residents.region());
    if (readings.isEmpty()) {
      throw new Refused("investigation.known.nothing");
    }
    return readings;
  }
}
