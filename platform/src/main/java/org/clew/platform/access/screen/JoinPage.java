package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Choosing how to sign in, from a one-time link.
///
/// @param path the path of the link
public record JoinPage(
    String path,
    String name,
    String email,
    String organisation,
    AuthenticatorSecret secret,
    Mistakes mistakes) {}
