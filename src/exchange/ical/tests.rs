//! What the parts make together.
