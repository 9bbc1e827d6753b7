//! Which commands pass: those of Doc 9303 part 11 for reading a travel document. A page must not try PINs, sign, or look
//! around on a bank or signature card that lies on the same reader.

/// What passed so far, which decides about what may follow.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    is_application: bool,
    is_pace: bool,
    is_session: bool,
}

/// A command that does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl Gate {
    /// Whether a command may go to the card.
    ///
    /// # Errors
    /// [`Refused`]; nothing changes then.
    pub fn pass(&mut self, command: &[u8]) -> Result<(), Refused> {
        let [class, instruction, p1, p2, body @ ..] = command else { return Err(Refused) };
        let header = (*instruction, *p1, *p2);
        let is_allowed = match class {
            // Protected: what is inside only the two ends of the session know, so no session, no protected command.
            0x0C | 0x1C => {
                self.is_session
                    && matches!(header, (SELECT | READ_BINARY | READ_ODD | MANAGE | GENERAL | INTERNAL, ..))
            }
            0x10 => self.is_pace && header == (GENERAL, 0, 0),
            0x00 => self.may_go_clear(header, body),
            _ => false,
        };
        if !is_allowed || command.len() > LONGEST {
            return Err(Refused);
        }
        // A command in clear ends a session; GET RESPONSE belongs to the transport.
        if class & 0x0C == 0 && *instruction != GET_RESPONSE {
            self.is_session = false;
        }
        match (class, header) {
            (0x00, (SELECT, 0x04, _)) => self.is_application = true,
            (0x00, (SELECT, 0x00, _)) => self.is_application = false,
            (0x00, (MANAGE, ..)) => self.is_pace = true,
            _ => {}
        }
        Ok(())
    }

    /// What came back: PACE and BAC end with 9000.
    pub fn answered(&mut self, command: &[u8], answer: &[u8]) {
        let ends_access = matches!(command, [0x00, GENERAL | EXTERNAL, ..]);
        if ends_access && answer.ends_with(&[0x90, 0x00]) {
            (self.is_session, self.is_pace) = (true, false);
        }
    }

    fn may_go_clear(&self, header: (u8, u8, u8), body: &[u8]) -> bool {
        match header {
            (SELECT, 0x00, 0x0C) => body.is_empty() || body == [2, 0x3F, 0x00],
            // EF.CardAccess alone: all else needs a session.
            (SELECT, 0x02, 0x0C) => body == [2, 0x01, 0x1C],
            (SELECT, 0x04, 0x0C) => body == [7, 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01],
            // Of the selected file: no short identifier.
            (READ_BINARY, 0x00..=0x7F, _) => body.len() == 1,
            (MANAGE, 0xC1, 0xA4) => is_pace_with_mrz_or_can(body),
            (GENERAL, 0, 0) => self.is_pace,
            (GET_CHALLENGE, 0, 0) => self.is_application && body == [8],
            (EXTERNAL, 0, 0) => self.is_application && body.first() == Some(&0x28),
            (GET_RESPONSE, 0, 0) => body.len() == 1,
            _ => false,
        }
    }
}

/// MSE:Set AT (BSI TR-03110 part 3 §B.11.1): DO'80' of PACE, DO'83' of the MRZ (1) or the CAN (2). A PIN (3) or PUK (4) has
/// a counter that a page could exhaust.
fn is_pace_with_mrz_or_can(body: &[u8]) -> bool {
    let Some((length, mut data)) = body.split_first() else { return false };
    let mut password = None;
    let mut is_pace = false;
    if usize::from(*length) != data.len() {
        return false;
    }
    while let [tag, length, rest @ ..] = data {
        let Some((content, behind)) = rest.split_at_checked(usize::from(*length)) else { return false };
        match (tag, content) {
            (0x80, content) if content.starts_with(PACE) => is_pace = true,
            (0x83, [which]) if password.is_none() => password = Some(*which),
            (0x84, _) => {}
            _ => return false,
        }
        data = behind;
    }
    data.is_empty() && is_pace && matches!(password, Some(1 | 2))
}

/// `id-PACE`, 0.4.0.127.0.7.2.2.4.
const PACE: &[u8] = &[4, 0, 0x7F, 0, 7, 2, 2, 4];
/// A short command: 5 octets of header, 255 of data, 1.
const LONGEST: usize = 261;
const SELECT: u8 = 0xA4;
const READ_BINARY: u8 = 0xB0;
const READ_ODD: u8 = 0xB1;
const GET_CHALLENGE: u8 = 0x84;
const EXTERNAL: u8 = 0x82;
const INTERNAL: u8 = 0x88;
const MANAGE: u8 = 0x22;
const GENERAL: u8 = 0x86;
const GET_RESPONSE: u8 = 0xC0;

#[cfg(test)]
mod tests {
    use super::*;

    const APPLICATION: &[u8] = &[0, 0xA4, 4, 0x0C, 7, 0xA0, 0, 0, 2, 0x47, 0x10, 1];
    const SET_AT: &[u8] = &[0, 0x22, 0xC1, 0xA4, 15, 0x80, 10, 4, 0, 0x7F, 0, 7, 2, 2, 4, 2, 2, 0x83, 1, 2];

    fn set_at(password: u8) -> Vec<u8> {
        let mut command = SET_AT.to_vec();
        *command.last_mut().unwrap() = password;
        command
    }

    #[test]
    fn what_could_touch_another_card_never_passes() {
        let commands: &[&[u8]] = &[
            &[0, 0x20, 0, 1, 4, 1, 2, 3, 4],                      // VERIFY a PIN
            &[0, 0x24, 0, 1, 0],                                  // CHANGE REFERENCE DATA
            &[0, 0x2C, 0, 1, 0],                                  // RESET RETRY COUNTER
            &[0, 0x2A, 0x9E, 0x9A, 1, 1],                         // COMPUTE DIGITAL SIGNATURE
            &[0, 0xD6, 0, 0, 1, 1],                               // UPDATE BINARY
            &[0, 0xCA, 0, 0x6E, 0],                               // GET DATA
            &[0, 0xA4, 4, 0x0C, 5, 0xA0, 0, 0, 0, 3],             // a payment application
            &[0, 0xA4, 4, 0, 7, 0xA0, 0, 0, 2, 0x47, 0x10, 1, 0], // another form of SELECT
            &[0, 0xA4, 2, 0x0C, 2, 0x2F, 0],                      // EF.DIR
            &[0, 0xB0, 0x9C, 0, 0],                               // by short identifier
            &[0, 0x88, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8, 0],       // INTERNAL AUTHENTICATE in clear
            &[0, 0x84, 0, 0, 8],                                  // GET CHALLENGE before the application
            &[0x0C, 0xB0, 0, 0, 0],                               // protected without a session
            &[0x10, 0x86, 0, 0, 2, 0x7C, 0, 0],                   // GENERAL AUTHENTICATE without PACE
            &[0x80, 0xA4, 0, 0x0C],
            &[0, 0xA4],
            &[],
        ];
        for command in commands {
            assert_eq!(Gate::default().pass(command), Err(Refused), "{command:02X?}");
        }
    }

    #[test]
    fn pace_runs_with_the_mrz_and_the_can_and_never_with_a_pin_or_puk() {
        for (password, passes) in [(0, false), (1, true), (2, true), (3, false), (4, false), (0x83, false)] {
            assert_eq!(Gate::default().pass(&set_at(password)).is_ok(), passes, "{password}");
        }
        // A second password reference, another protocol (Terminal Authentication), a wrong length.
        let mut twice = set_at(2);
        twice.extend([0x83, 1, 3]);
        twice[4] += 3;
        let mut terminal = set_at(2);
        terminal[14] = 2;
        let mut cut = set_at(2);
        cut.pop();
        for command in [twice, terminal, cut] {
            assert_eq!(Gate::default().pass(&command), Err(Refused), "{command:02X?}");
        }
    }

    #[test]
    fn protected_commands_pass_only_between_access_and_the_next_command_in_clear() {
        let mut gate = Gate::default();
        let protected: &[u8] = &[0x0C, 0xA4, 2, 0x0C, 1, 0, 0];
        gate.pass(APPLICATION).unwrap();
        gate.pass(&[0, 0x84, 0, 0, 8]).unwrap();
        let external = [&[0, 0x82, 0, 0, 0x28][..], &[7; 0x28], &[0x28]].concat();
        gate.pass(&external).unwrap();
        gate.answered(&external, &[0x63, 0x00]);
        assert_eq!(gate.pass(protected), Err(Refused));
        gate.pass(&external).unwrap();
        gate.answered(&external, &[&[1; 40][..], &[0x90, 0x00]].concat());
        gate.pass(protected).unwrap();
        gate.pass(&[0, 0xC0, 0, 0, 0x20]).unwrap();
        gate.pass(protected).unwrap();
        assert_eq!(gate.pass(&[0x0C, 0x20, 0, 1, 0]), Err(Refused));
        gate.pass(&[0, 0xA4, 0, 0x0C]).unwrap();
        assert_eq!(gate.pass(protected), Err(Refused));
    }

    #[test]
    fn commands_longer_than_a_short_one_do_not_pass() {
        let mut gate = Gate::default();
        gate.pass(SET_AT).unwrap();
        let long = [&[0x10, 0x86, 0, 0, 255][..], &[1; 255], &[0]].concat();
        gate.pass(&long).unwrap();
        assert_eq!(gate.pass(&[long.as_slice(), &[0]].concat()), Err(Refused));
    }
}
