package org.clew.platform.casework;

import java.util.Arrays;
import java.util.List;

/// What a statement can speak of. Acts are those of the Palermo Protocol, Art. 3; means and
/// purposes are HTCDS 2.0's `vic_MethodsOfControl` and `vic_TypeOfExploitation`, code by code.
public enum Fact {
  RECRUITMENT(Element.ACT),
  TRANSPORTATION(Element.ACT),
  TRANSFER(Element.ACT),
  HARBOURING(Element.ACT),
  RECEIPT(Element.ACT),

  PHYSICAL_THREATS(Element.MEANS),
  THREATS_LAW_ENFORCEMENT(Element.MEANS),
  THREATENS_CHILDREN_FAMILY(Element.MEANS),
  DEBT_BONDAGE(Element.MEANS),
  FALSE_PROMISES(Element.MEANS),
  PHYSICAL_ABUSE(Element.MEANS),
  SEXUAL_ABUSE(Element.MEANS),
  TAKES_EARNINGS(Element.MEANS),
  RESTRICTS_FINANCIAL_ACCESS(Element.MEANS),
  RESTRICTS_MEDICAL_CARE(Element.MEANS),
  WITHHOLDS_NECESSITIES(Element.MEANS),
  PSYCHOLOGICAL_ABUSE(Element.MEANS),
  PSYCHOACTIVE_SUBSTANCE(Element.MEANS),
  EXCESSIVE_WORKING_HOURS(Element.MEANS),
  WITHHOLDS_DOCUMENTS(Element.MEANS),

  FORCED_LABOUR(Element.PURPOSE),
  SEXUAL_EXPLOITATION(Element.PURPOSE),
  CHILD_LABOUR(Element.PURPOSE),
  FORCED_MARRIAGE(Element.PURPOSE),
  SERVITUDE(Element.PURPOSE),
  FORCED_MILITARY_BY_NON_STATE_ACTORS(Element.PURPOSE),
  ORGAN_REMOVAL(Element.PURPOSE),
  FORCED_BEGGING(Element.PURPOSE),
  FORCED_ADOPTION(Element.PURPOSE),
  SURROGACY(Element.PURPOSE);

  private final Element element;

  Fact(Element element) {
    this.element = element;
  }

  public Element element() {
    return element;
  }

  /// HTCDS 2.0 code; for acts, the Protocol's word written the same way.
  public String htcds() {
    var code = new StringBuilder();
    for (String word : name().split("_", -1)) {
      code.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return code.toString();
  }

  /// All facts of an element.
  public static List<Fact> of(Element element) {
    return Arrays.stream(values()).filter(fact -> fact.element == element).toList();
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.fact." + name();
  }
}
