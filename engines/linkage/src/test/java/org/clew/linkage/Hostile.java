package org.clew.linkage;

import java.util.List;

/// Text that breaks careless readers.
final class Hostile {
  private Hostile() {}

  static List<String> texts() {
    return List.of(
        "",
        " \t\r\n",
        "\u0000\u0001\u001F",
        "\uD800",
        "\uDC00abc\uD83D",
        "😀👩‍👩‍👧‍👦🇬🇧",
        "a\u0301".repeat(5_000),
        "ﷺ".repeat(2_000),
        "x".repeat(1_000_000),
        "7".repeat(1_000_000),
        "١".repeat(1_000_000),
        "1 ".repeat(500_000),
        "@".repeat(10_000),
        "a@".repeat(10_000),
        "(((((((((((((",
        "<script>alert(1)</script>",
        "'; drop table person; --",
        "=cmd|' /C calc'!A0",
        "\u202Eelpmaxe",
        "-1",
        "00000000000000000",
        "99/99/9999",
        "ｆｕｌｌｗｉｄｔｈ　ｎａｍｅ");
  }
}
