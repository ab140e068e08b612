package org.clew.disclosure.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;

/// An [Audit] for machines.
final class AuditJson {

  private final Audit audit;

  private AuditJson(Audit audit) {
    this.audit = audit;
  }

  static String write(Audit audit) {
    return new AuditJson(audit).all().written();
  }

  private Members all() {
    var all = new LinkedHashMap<String, Json>();
    all.put("clew_release_audit", Json.of(1));
    all.put("warnings", Json.of(audit.warnings()));
    all.put("terms", terms());
    all.put("people", Json.of(audit.people()));
    all.put("findings", new Items(audit.findings().stream().map(AuditJson::finding).toList()));
    all.put("canaries", canaries());
    all.put(
        "membership",
        new Items(
            Stream.concat(audit.strict().stream(), Stream.of(audit.membership()))
                .map(AuditJson::membership)
                .toList()));
    all.put("attacks", new Items(audit.attacks().attacks().stream().map(this::attack).toList()));
    all.put("coverage", coverage());
    all.put("not_proved", Json.of(Audit.limits()));
    return new Members(all);
  }

  private Json terms() {
    var terms = new LinkedHashMap<String, Json>();
    terms.put("epsilon", Json.of(audit.terms().epsilon()));
    terms.put("delta", Json.of(audit.terms().delta()));
    terms.put("rho", Json.of(audit.terms().rho()));
    terms.put("longest", Json.of(audit.terms().longest()));
    terms.put("least_count", Json.of(audit.terms().least()));
    return new Members(terms);
  }

  private static Json finding(Audit.Finding finding) {
    var out = new LinkedHashMap<String, Json>();
    out.put("what", Json.of(finding.what()));
    out.put("found", Json.of(finding.found()));
    out.put("demanded", Json.of(finding.demanded()));
    out.put("met", Json.of(finding.isMet()));
    return new Members(out);
  }

  private Json canaries() {
    EpsilonAudit canaries = audit.canaries();
    var out = new LinkedHashMap<String, Json>();
    out.put("releases_with", Json.of(canaries.runs()));
    out.put("releases_without", Json.of(canaries.runs()));
    out.put("confidence_of_both_bounds_together", Json.of(1 - Rate.MISS));
    out.put("epsilon_at_least", Json.of(canaries.epsilonFound()));
    out.put("epsilon_findable_at_most", Json.of(canaries.epsilonFindable()));
    out.put("epsilon_by", Json.of(canaries.epsilonSign()));
    out.put("rho_at_least", Json.of(canaries.rhoFound()));
    out.put("rho_findable_at_most", Json.of(canaries.rhoFindable()));
    out.put("rho_by", Json.of(canaries.rhoSign()));
    out.put("epsilon_of_that_rho", Json.of(canaries.epsilonOfRhoFound()));
    out.put("rarest_share_of_releases_findable", Json.of(canaries.rarest()));
    rate("pairs_told_apart", canaries.pairs(), out);
    return new Members(out);
  }

  private static void rate(String name, Rate rate, Map<String, Json> out) {
    out.put(name, Json.of(rate.share()));
    out.put(name + "_of", Json.of(rate.tries()));
    out.put(name + "_low", Json.of(rate.low()));
    out.put(name + "_high", Json.of(rate.high()));
  }

  private static Json membership(Membership membership) {
    var out = new LinkedHashMap<String, Json>();
    out.put("epsilon", Json.of(membership.epsilon()));
    out.put("rho", Json.of(membership.rho()));
    out.put("releases", Json.of(membership.runs()));
    out.put("people_in_each", Json.of(membership.people()));
    out.put("auc_of_who_knows_all_others", Json.of(membership.knowingAll()));
    out.put("groups", new Items(membership.groups().stream().map(AuditJson::group).toList()));
    return new Members(out);
  }

  private static Json group(Membership.Group group) {
    var out = new LinkedHashMap<String, Json>();
    out.put("who", Json.of(lower(group.who().name())));
    out.put("sees", Json.of(lower(group.sees().name())));
    out.put("targets", Json.of(group.targets()));
    out.put("auc", Json.of(group.auc()));
    out.put("auc_low", Json.of(group.low()));
    out.put("auc_high", Json.of(group.high()));
    out.put("auc_highest", Json.of(group.highest()));
    return new Members(out);
  }

  private Json attack(Attack attack) {
    var out = new LinkedHashMap<String, Json>();
    out.put("attack", Json.of(lower(attack.kind().name())));
    List<String> columns = attack.columns().stream().map(audit.columns()::get).toList();
    out.put("columns", Json.of(columns));
    rate("released", attack.released(), out);
    rate("control", attack.control(), out);
    out.put("excess", Json.of(attack.excess()));
    out.put("excess_low", Json.of(attack.low()));
    out.put("excess_high", Json.of(attack.high()));
    return new Members(out);
  }

  private Json coverage() {
    var out = new LinkedHashMap<String, Json>();
    out.put("releases", Json.of(audit.coverage().runs()));
    out.put("interval_should_hold", Json.of(Coverage.PROMISED));
    out.put("measured_width_by_noise", Json.of(audit.coverage().widening()));
    out.put("groups", new Items(audit.coverage().groups().stream().map(AuditJson::told).toList()));
    return new Members(out);
  }

  private static Json told(Coverage.Group group) {
    var out = new LinkedHashMap<String, Json>();
    out.put("values_together", Json.of(group.length()));
    out.put("basis", Json.of(lower(group.basis().name())));
    out.put("told", Json.of(group.told()));
    out.put("held", Json.of(group.share()));
    out.put("held_in_the_worst_release", Json.of(group.lowest()));
    out.put("told_of_nobody", Json.of(group.nobody()));
    out.put("mean_width", Json.of(group.width()));
    if (group.noiseWidth() > 0) {
      out.put("width_of_the_noise", Json.of(group.noiseWidth()));
    }
    return new Members(out);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
