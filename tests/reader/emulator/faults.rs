//! What can be wrong with a card. The names in capitals are those of the table of traps.

/// A set of faults.
pub(crate) type Faults = Vec<Fault>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// SELECT of the master file is answered with this.
    MasterFile(u16),
    /// Only the form with 3F00 selects the master file.
    MasterFileByIdentifierOnly,
    /// EF.CardAccess cannot be read while the application is selected, as it is at first (iOS).
    ApplicationSelectedFirst,
    /// EF.CardAccess is answered with this everywhere.
    CardAccess(u16),
    /// SELECT of EF.CardAccess warns that it is deactivated.
    CardAccess6283,
    /// MSE:Set AT without DO'84' is answered with this.
    ParametersWanted(u16),
    /// The shared secret of PACE starts with a zero.
    ZeroSecret,
    /// The send sequence counter of BAC starts with zeros.
    ZeroSsc,
    /// PACE's public keys are those of the reader.
    EchoMapping,
    EchoAgreement,
    /// Public keys of PACE that are none.
    OffCurve,
    Compressed,
    /// Answers lack their protected status.
    NoDo99,
    /// The checksum of the nth protected answer is wrong (from 1).
    BadMac(usize),
    /// The checksum of the last block of EF.SOD is wrong, once.
    BadMacAtEndOfSod,
    /// The same, always.
    BadMacAtEndOfSodAlways,
    /// The nth protected answer is a naked 9000.
    NakedSuccess(usize),
    /// An extended command is answered with a naked 6700, which ends the session.
    ShortOnly,
    /// More octets than this in one READ BINARY are refused with the status.
    LongestRead(usize, u16),
    /// READ BINARY gives at most so many octets.
    ShortRead(usize),
    /// The last block comes with 6282.
    EndOfFile6282,
    /// What a wrong key is answered with.
    WrongKey(u16),
    /// PACE fails at its last step with this although the key is right.
    PaceFails(u16),
    /// GET CHALLENGE is answered with this.
    NoChallenge(u16),
    /// A file that is refused with a naked status, which ends the session.
    NakedRefusal(u16),
    /// The card leaves the field at the nth command (from 1).
    LostAt(usize),
    /// The card is silent after a wrong key.
    SilentAfterWrongKey,
    /// The chip has the files and not the keys.
    Copied,
    /// INTERNAL AUTHENTICATE is refused: protected, or naked.
    ActiveRefused(u16),
    ActiveRefusedNaked(u16),
    /// INTERNAL AUTHENTICATE names the length of its answer first.
    ActiveNamesLength,
    /// An extended length brings an empty answer.
    ActiveEmptyWhenExtended,
    /// MSE of Chip Authentication is refused.
    ChipRefused(u16),
    /// EF.SOD says in its header that it is so many octets longer.
    LyingLength(usize),
    /// All answers come in parts.
    Parts,
}
