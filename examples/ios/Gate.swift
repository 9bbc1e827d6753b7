/// Which commands pass: those of Doc 9303 part 11 for reading a travel document. A page must not try PINs, sign, or look around on
/// another card that is held to the phone.
struct Gate {
  private var isApplication = false
  private var isPace = false
  private var isSession = false

  mutating func pass(_ command: [UInt8]) -> Bool {
    guard command.count >= 4, command.count <= 261 else { return false }
    let (cla, ins, p1, p2) = (command[0], command[1], command[2], command[3])
    let body = Array(command.dropFirst(4))
    let allowed: Bool
    switch cla {
    // Protected: what is inside only the two ends of the session know.
    case 0x0C, 0x1C: allowed = isSession && Gate.protected.contains(ins)
    case 0x10: allowed = isPace && ins == Gate.general && p1 == 0 && p2 == 0
    case 0x00: allowed = clear(ins, p1, p2, body)
    default: allowed = false
    }
    guard allowed else { return false }
    // A command in clear ends a session; GET RESPONSE belongs to the transport.
    if cla & 0x0C == 0 && ins != Gate.getResponse { isSession = false }
    if cla == 0 && ins == Gate.select && p1 == 4 { isApplication = true }
    if cla == 0 && ins == Gate.select && p1 == 0 { isApplication = false }
    if cla == 0 && ins == Gate.manage { isPace = true }
    return true
  }

  /// PACE and BAC end with 9000.
  mutating func answered(_ command: [UInt8], _ status: (UInt8, UInt8)) {
    if command[0] == 0 && (command[1] == Gate.general || command[1] == Gate.external) && status == (0x90, 0x00) {
      (isSession, isPace) = (true, false)
    }
  }

  private func clear(_ ins: UInt8, _ p1: UInt8, _ p2: UInt8, _ body: [UInt8]) -> Bool {
    switch (ins, p1, p2) {
    case (Gate.select, 0x00, 0x0C): return body.isEmpty || body == [2, 0x3F, 0x00]
    // EF.CardAccess alone: all else needs a session.
    case (Gate.select, 0x02, 0x0C): return body == [2, 0x01, 0x1C]
    case (Gate.select, 0x04, 0x0C): return body == [7, 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01]
    case (Gate.readBinary, 0x00...0x7F, _): return body.count == 1
    case (Gate.manage, 0xC1, 0xA4): return Gate.isPaceWithMrzOrCan(body)
    case (Gate.general, 0, 0): return isPace
    case (Gate.getChallenge, 0, 0): return isApplication && body == [8]
    case (Gate.external, 0, 0): return isApplication && body.first == 0x28
    case (Gate.getResponse, 0, 0): return body.count == 1
    default: return false
    }
  }

  /// DO'80' of PACE, DO'83' of the MRZ (1) or the CAN (2): a PIN (3) or PUK (4) has a counter that a page could exhaust.
  private static func isPaceWithMrzOrCan(_ body: [UInt8]) -> Bool {
    guard let length = body.first, Int(length) == body.count - 1 else { return false }
    var (at, pace, password) = (1, false, UInt8(0))
    while at < body.count {
      guard at + 2 <= body.count, at + 2 + Int(body[at + 1]) <= body.count else { return false }
      let content = body[(at + 2)..<(at + 2 + Int(body[at + 1]))]
      switch body[at] {
      case 0x80 where content.starts(with: pacePrefix): pace = true
      case 0x83 where content.count == 1 && password == 0: password = content.first ?? 0
      case 0x84: break
      default: return false
      }
      at += 2 + content.count
    }
    return pace && (password == 1 || password == 2)
  }

  private static let select: UInt8 = 0xA4
  private static let readBinary: UInt8 = 0xB0
  private static let getChallenge: UInt8 = 0x84
  private static let external: UInt8 = 0x82
  private static let manage: UInt8 = 0x22
  private static let general: UInt8 = 0x86
  private static let getResponse: UInt8 = 0xC0
  private static let protected: Set<UInt8> = [0xA4, 0xB0, 0xB1, 0x22, 0x86, 0x88]
  private static let pacePrefix: [UInt8] = [4, 0, 0x7F, 0, 7, 2, 2, 4]
}
