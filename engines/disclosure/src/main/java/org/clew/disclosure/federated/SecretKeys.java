package org.clew.disclosure.federated;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What an organisation keeps for itself: with it, it agrees on masks with each other member, and
/// signs. Whoever has it, and the files of a round, sees this organisation's counts behind nothing
/// but its own share of the noise.
public final class SecretKeys {

  private static final String TITLE = "clew-federated-keys 1";

  private final Keys.Pair exchange;
  private final Keys.Pair signature;

  SecretKeys(Keys.Pair exchange, Keys.Pair signature) {
    this.exchange = exchange;
    this.signature = signature;
  }

  /// New ones, of the operating system's making.
  public static SecretKeys fresh() {
    return new SecretKeys(Keys.X25519.fresh(), Keys.ED25519.fresh());
  }

  /// What the others are given.
  ///
  /// @throws RoundRefused when the name is none
  public Member member(String name) {
    return new Member(name, exchange.open(), signature.open());
  }

  /// Whether a member is the organisation with these keys.
  public boolean isOf(Member member) {
    return member.exchangeKey().equals(exchange.open())
        && member.signatureKey().equals(signature.open());
  }

  Keys.Pair exchange() {
    return exchange;
  }

  Keys.Pair signature() {
    return signature;
  }

  /// To be kept where only its owner may read it.
  public byte[] encoded() {
    return "%s\nexchange %s %s\nsignature %s %s\n"
        .formatted(TITLE, exchange.secret(), exchange.open(), signature.secret(), signature.open())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// What was kept.
  ///
  /// @throws RoundRefused when it is damaged
  public static SecretKeys decode(byte[] encoded) {
    List<String> lines = new String(encoded, StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 3 || !lines.getFirst().equals(TITLE)) {
      throw damaged();
    }
    return new SecretKeys(pair("exchange", lines.get(1)), pair("signature", lines.get(2)));
  }

  private static Keys.Pair pair(String word, String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals(word)) {
      throw damaged();
    }
    return new Keys.Pair(words[1], words[2]);
  }

  private static RoundRefused damaged() {
    return new RoundRefused("It holds no keys. Join anew, and have the round planned anew.");
  }
}
