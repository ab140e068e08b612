package org.clew.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that mean little or the same: legal forms of organisations (after ISO 20275) and the short
/// forms of addresses, in the languages the lists we have seen are written in.
final class Vocabulary {
  static final Set<String> LEGAL_FORMS =
      Set.copyOf(
          Arrays.asList(
              ("ltd limited llc llp inc incorporated corp corporation co company cie compagnie plc pvt "
                      + "private pte pty gmbh mbh ag kg ohg ug sa sas sarl sasu srl spa snc sl slu sau "
                      + "cv de rl ltda eireli cia bv nv oy oyj ab as aps asa jsc pjsc ojsc cjsc ooo oao "
                      + "zao pao tnhh cp sdn bhd tbk pt ud san sanayi tic ticaret sti sirketi anonim "
                      + "limitada sociedad anonima sp zoo spolka doo dd ad eood ood sro as kft zrt rt "
                      + "uab sia ou kk kabushiki kaisha gk yk wll fze fzc fzco fzllc mtwm the and et und "
                      + "ve of messrs ms ms hk")
                  .split(" ", -1)));

  /// Short form to long form; words that say nothing map to nothing.
  static final Map<String, String> ADDRESS_WORDS = addressWords();

  private static final Pattern HAN_FORMS =
      Pattern.compile("股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|有限会社|公司");

  private Vocabulary() {}

  static String withoutHanForms(String cleaned) {
    return Written.isAscii(cleaned) ? cleaned : HAN_FORMS.matcher(cleaned).replaceAll(" ");
  }

  /// Whether a word is one of streets, buildings and districts.
  static boolean isOfAddresses(String word) {
    String full = ADDRESS_WORDS.getOrDefault(word, word);
    return !full.isEmpty() && ADDRESS_WORDS.containsValue(full);
  }

  private static Map<String, String> addressWords() {
    Map<String, String> out = new HashMap<>();
    for (String line : ADDRESS_LINES.split("\n", -1)) {
      String[] words = line.strip().split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        out.put(words[i], words[0]);
      }
    }
    for (String word : NOTHING.split(" ", -1)) {
      out.put(word, "");
    }
    return Map.copyOf(out);
  }

  private static final String NOTHING =
      "no num number numero nr nro kav the of and y de del la el los las km pr opp near";

  private static final String ADDRESS_LINES =
      """
      street st str
      road rd
      avenue ave av avn avda avenida
      boulevard blvd blv bld bvd bulvari
      lane ln
      drive dr
      court ct
      square sq
      place pl
      terrace tce terr
      crescent cres cr crs
      close cl
      circuit cct cir
      highway hwy
      parkway pkwy
      way wy
      building bldg bldng bld
      floor fl flr f
      flat apartment apt appartement
      room rm
      unit units ut
      block blk
      plot plt
      lot lote
      phase ph
      sector sec
      house hse
      north nth n
      south sth s
      east e
      west w
      northeast ne
      northwest nw
      southeast se
      southwest sw
      mount mt
      saint sainte
      industrial ind indl industry industries
      estate est
      zone zn
      area ar
      district dist distt
      province prov
      village vill vil
      town twn
      township twp
      county cnty
      park pk
      center centre ctr
      international intl
      development dev
      economic eco
      technology tech
      mahallesi mah mahalle
      sokak sok sk sokagi
      caddesi cad cd cadde
      bulvari bulv blv
      osb organize
      bolgesi bolge bol
      street ulica ul
      calle c cll
      carretera carr ctra
      poligono pol
      strasse strase
      """;
}
