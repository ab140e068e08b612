package org.clew.disclosure.audit;

import java.util.List;
import java.util.Locale;
import org.clew.disclosure.audit.Attack.Kind;
import org.clew.disclosure.audit.Membership.Sees;
import org.clew.disclosure.synthesis.Combination.Basis;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;

/// An [Audit] for people.
final class AuditPage {

  /// From where to where the areas are drawn.
  private static final double LEAST_AUC = 0.4;

  private static final double BAR = 220;

  private final Audit audit;

  private AuditPage(Audit audit) {
    this.audit = audit;
  }

  static String write(Audit audit) {
    var out = new StringBuilder();
    new StandAlone("Audit of a release").write(out, new AuditPage(audit)::write);
    return out.toString();
  }

  private void write(Html html) {
    html.add("<header>\n<p class=\"brand\">Clew</p>\n<h1>Audit of a release</h1>\n");
    for (String warning : audit.warnings()) {
      html.add("<p class=\"notice\" role=\"note\"><strong>{}</strong></p>\n", warning);
    }
    html.add("</header>\n<main id=\"main\">\n");
    findings(html);
    limits(html);
    canaries(html);
    audit.strict().ifPresent(strict -> membership(html, strict));
    membership(html, audit.membership());
    attacks(html);
    coverage(html);
    html.add("</main>\n");
  }

  private void findings(Html html) {
    html.add(
        """
        <section id="findings"><h2>What is demanded, and what was found</h2>
        <p>{} people, released again and again with ε {} and δ {}. {} of {} attacks on rows have an excess beyond chance, of which about one in forty \
        does by chance; whether that is too many is for you to judge.</p>
        <div class="scroll"><table class="num"><thead><tr><th scope="col">What</th><th scope="col">Found</th>\
        <th scope="col">Demanded</th><th scope="col">Met</th></tr></thead>
        <tbody>
        """,
        audit.people(),
        Audit.number(audit.terms().epsilon()),
        "1 in " + Html.count(Math.round(1 / audit.terms().delta())),
        audit.attacks().beyondChance().size(),
        audit.attacks().attacks().size());
    for (Audit.Finding each : audit.findings()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
          each.what(),
          each.found(),
          each.demanded(),
          each.isMet() ? "yes" : Html.markup("<strong>{}</strong>", "NO"));
    }
    html.add("</tbody></table></div></section>\n");
  }

  private static void limits(Html html) {
    html.add("<section id=\"limits\"><h2>What this does not prove</h2>\n<ul>\n");
    for (String limit : Audit.limits()) {
      html.add("<li>{}</li>\n", limit);
    }
    html.add("</ul></section>\n");
  }

  private void canaries(Html html) {
    EpsilonAudit canaries = audit.canaries();
    html.add(
        """
        <section id="canaries"><h2>How much is told of somebody nobody else is like</h2>
        <p>A small made-up list was released {} times with a person in it whose values nobody else has, the canary, and {} times \
        without, as this list would be. Somebody who knows everybody else, and sees all that is measured, made and told, says each time whether \
        the canary is in. How much better that goes than guessing bounds the promise from below. This part knows nothing of the people.</p>
        <dl class="figures">
        <div><dt>ε</dt><dd>{} at least; promised {}; so many releases could find {} at most</dd></div>
        <div><dt>seen best by</dt><dd>{}</dd></div>
        <div><dt>ρ</dt><dd>{} at least; allowed {}; so many releases could find {} at most</dd></div>
        <div><dt>seen best by</dt><dd>{}</dd></div>
        <div><dt>that ρ as ε, with the same δ</dt><dd>{}</dd></div>
        </dl>
        <p>Both bounds together hold 95 times in 100. What is promised beyond what so many releases could find cannot be contradicted here. Something \
        that gave the canary away in fewer than {} of releases would not be found, even if it were never seen without it.</p>
        <p class="quiet">The bound on ε can show little where δ is small: no number of releases shows what happens once in a million. \
        The bound on ρ is the sharper one. Clopper–Pearson intervals, each bound at 97.5 %; the signs to go by were learned on a third of the releases and counted on the others.</p>
        <h3>Two releases that differ by one person</h3>
        <p>Laid side by side, a release with the canary and one without, each with noise of its own, were told apart rightly in \
        <strong>{}</strong> of {} pairs ({} to {}); guessing is right in half. That is what a second release may tell of the one person who came or went in between, \
        to somebody who knows all others. It is why releases of the same people are accounted for together.</p></section>
        """,
        canaries.runs(),
        canaries.runs(),
        Audit.number(canaries.epsilonFound()),
        Audit.number(canaries.epsilon()),
        Audit.number(canaries.epsilonFindable()),
        canaries.epsilonSign(),
        Audit.number(canaries.rhoFound()),
        Audit.number(canaries.rho()),
        Audit.number(canaries.rhoFindable()),
        canaries.rhoSign(),
        Audit.number(canaries.epsilonOfRhoFound()),
        Audit.percent(canaries.rarest()),
        Audit.percent(canaries.pairs().share()),
        canaries.pairs().tries(),
        Audit.percent(canaries.pairs().low()),
        Audit.percent(canaries.pairs().high()));
  }

  private static void membership(Html html, Membership membership) {
    html.add(
        """
        <section id="membership-{}"><h2>Who is in the list, with ε {}</h2>
        <p>Is a certain person in? The attacker knows their whole row, the codebook, and what the rest of the list is drawn from, but not who else is in. \
        {} lists of about {} people were drawn from yours, each person looked for in half of them, and released; the attacker learned \
        on a third of them what a release looks like with each person and without. The AUC is the chance that somebody who is in looks more \
        like it than if they were not: .5 is guessing, 1 is knowing. Small lists are easier to attack than large ones.</p>
        <div class="scroll"><table class="num"><thead><tr><th scope="col">Who is looked for</th><th scope="col" class="start">Seen</th>\
        <th scope="col">People</th><th scope="col">AUC</th><th scope="col">95 % interval</th><th scope="col">Highest of one</th>\
        <th scope="col" class="drawn">From {} to 1; dashes: .5 and {}</th></tr></thead>
        <tbody>
        """,
        Audit.number(membership.epsilon()).replace('.', '-'),
        Audit.number(membership.epsilon()),
        membership.runs(),
        membership.people(),
        Audit.number(LEAST_AUC),
        Audit.number(Membership.BAR));
    for (Membership.Group each : membership.groups()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td class=\"start\">{}</td><td>{}</td><td>{}</td><td>{} to {}</td><td>{}</td>"
              + "<td class=\"drawn\">{}</td></tr>\n",
          switch (each.who()) {
            case BY_LOT -> "anybody, by lot";
            case MOST_EXPOSED -> "those with the rarest values";
          },
          words(each.sees()),
          each.targets(),
          thousandths(each.auc()),
          thousandths(each.low()),
          thousandths(each.high()),
          thousandths(each.highest()),
          drawn(each));
    }
    html.add(
        """
        </tbody></table></div>
        <p class="quiet">Somebody who knows everybody else in the list could come to about {}, by the size of the noise. An AUC near .5 does not \
        show that nobody can be told to be in: it is about these people and this attack.</p></section>
        """,
        thousandths(membership.knowingAll()));
  }

  /// What an attacker sees, for people.
  static String words(Sees sees) {
    return switch (sees) {
      case PUBLISHED -> "the published files";
      case ALL_MEASURED -> "these and all measured tables";
    };
  }

  private static Html.Markup drawn(Membership.Group group) {
    return Html.markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"220\" y1=\"9\" y2=\"9\"/>"
            + "<line class=\"mark\" x1=\"{}\" x2=\"{}\" y1=\"1\" y2=\"17\"/><line class=\"mark\" x1=\"{}\" x2=\"{}\" y1=\"1\" y2=\"17\"/>"
            + "<line class=\"range\" x1=\"{}\" x2=\"{}\" y1=\"9\" y2=\"9\"/><circle class=\"all\" cx=\"{}\" cy=\"9\" r=\"3\"/></svg>",
        at(0.5),
        at(0.5),
        at(Membership.BAR),
        at(Membership.BAR),
        at(group.low()),
        at(group.high()),
        at(group.auc()));
  }

  private static Html.Markup at(double auc) {
    return Html.at(BAR * Math.clamp((auc - LEAST_AUC) / (1 - LEAST_AUC), 0, 1));
  }

  private void attacks(Html html) {
    ReleaseAttacks attacks = audit.attacks();
    html.add(
        """
        <section id="attacks"><h2>Whose row is it, and what do they have?</h2>
        <p>The people were halved by lot, and {} of them released at a time. Each attack was tried on those who were released and, as a control, on those \
        who were kept out. What is right as often about people who are not in the release at all is no news about those who are: it is chance, or what is \
        true of such people in general. What counts is the excess. Of {} attacks, {} have an excess beyond what chance explains; of so many, about one in \
        forty has by chance.</p>
        """,
        attacks.people(),
        attacks.attacks().size(),
        attacks.beyondChance().size());
    table(
        html,
        "Singling out: a row that is in the release once, taken for somebody's whole row; or some of its values, that no other row has together, taken to be"
            + " had by one person alone. Right: exactly one person has them.",
        List.of(Kind.WHOLE_ROW, Kind.VALUES_TOGETHER));
    table(
        html,
        "Linkage: an outsider knows some columns of somebody, finds the one row of the release with these values, and takes it for theirs. Right: all else that"
            + " is known of that person stands in it.",
        List.of(Kind.LINKAGE));
    table(
        html,
        "Inference: all of somebody is known but one value, which is read off the row nearest to them. Of people of whom the value is known.",
        List.of(Kind.INFERENCE));
    html.add(
        "<p class=\"quiet\">That there is no excess does not show that nobody is found or guessed. It shows that being in the list made it no easier, by"
            + " these attacks, as far as so many tries can tell.</p></section>\n");
  }

  private void table(Html html, String caption, List<Kind> kinds) {
    html.add(
        """
        <div class="scroll"><table class="num"><caption>{}</caption><thead><tr><th scope="col">By</th><th scope="col">Tried</th>\
        <th scope="col">Right, released</th><th scope="col">Right, control</th><th scope="col">Excess, in points</th>\
        <th scope="col" class="drawn">Right; dashes: control</th></tr></thead>
        <tbody>
        """,
        caption);
    for (Kind kind : kinds) {
      for (Attack each : audit.attacks().of(kind)) {
        html.add(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{} ({} to {})</td><td class=\"drawn\">{}</td></tr>\n",
            by(each),
            each.released().tries(),
            Audit.percent(each.released().share()),
            Audit.percent(each.control().share()),
            points(each.excess()),
            points(each.low()),
            points(each.high()),
            beside(each));
      }
    }
    html.add("</tbody></table></div>\n");
  }

  private Html.Markup by(Attack attack) {
    return switch (attack.kind()) {
      case WHOLE_ROW -> Html.markup("{}", "whole rows");
      case VALUES_TOGETHER -> Html.markup("{}", "values together");
      case LINKAGE, INFERENCE ->
          Html.value(
              String.join(", ", attack.columns().stream().map(audit.columns()::get).toList()));
    };
  }

  private static Html.Markup beside(Attack attack) {
    Html.Markup at = Html.at(BAR * attack.control().share());
    return Html.markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><rect class=\"whole\" x=\"0\" y=\"4\" width=\"220\" height=\"10\"/>"
            + "<rect class=\"for\" x=\"0\" y=\"4\" width=\"{}\" height=\"10\"/><line class=\"mark\" x1=\"{}\" x2=\"{}\" y1=\"1\" y2=\"17\"/></svg>",
        Html.at(BAR * attack.released().share()),
        at,
        at);
  }

  private void coverage(Html html) {
    Coverage coverage = audit.coverage();
    html.add(
        """
        <section id="coverage"><h2>Do intervals hold?</h2>
        <p>{} whole releases of the list were made, and every interval that is told held against the true number. They are to hold nine times in ten. \
        Measured intervals are {} times as wide as their noise alone would make them.</p>
        <div class="scroll"><table class="num"><thead><tr><th scope="col">Values together</th><th scope="col" class="start">From</th>\
        <th scope="col">Told in a release</th><th scope="col">Hold</th><th scope="col">In the worst release</th><th scope="col">Of nobody</th>\
        <th scope="col">Mean width</th><th scope="col">The noise's own</th></tr></thead>
        <tbody>
        """,
        coverage.runs(),
        Audit.number(coverage.widening()));
    for (Coverage.Group each : coverage.groups()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td class=\"start\">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
          each.length(),
          each.basis() == Basis.MEASURED ? "measured tables" : "the rows",
          Html.about((double) each.told() / coverage.runs()),
          Audit.percent(each.share()),
          Audit.percent(each.lowest()),
          Html.percent((double) each.nobody() / each.told()),
          Html.about(each.width()),
          each.noiseWidth() > 0 ? Html.about(each.noiseWidth()) : "–");
    }
    html.add(
        """
        </tbody></table></div>
        <p class="quiet">That intervals hold on this list does not show that they hold on another, nor that a certain one holds.</p></section>
        """);
  }

  private static String thousandths(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share + 0.0).replace('-', '−');
  }
}
