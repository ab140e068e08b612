package org.clew.platform.web;

/// Dresses English letters up and lengthens the sentence by a third, so that a string which did not
/// come from the message files, or a layout that has no room, is seen at a glance.
final class PseudoLocale {

  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DRESSED = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

  private PseudoLocale() {}

  static String dress(String text) {
    var dressed = new StringBuilder("[");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = PLAIN.indexOf(c);
      dressed.append(at < 0 ? c : DRESSED.charAt(at));
    }
    return dressed.append("~".repeat(text.length() / 3)).append(']').toString();
  }
}
