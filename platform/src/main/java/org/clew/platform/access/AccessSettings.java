package org.clew.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may choose about access.
///
/// @param publicUrl the address people type, such as `https://clew.example.org`; empty: this
///   machine alone, at `http://localhost:PORT`
/// @param demo whether this is the demo, where one click signs in
@ConfigurationProperties("clew")
record AccessSettings(@DefaultValue("") String publicUrl, @DefaultValue("false") boolean demo) {}
