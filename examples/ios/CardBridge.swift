import CoreNFC
import WebKit

/// The page's way to the card: `{ id, do: "open" | "transmit" | "show" | "close", … }` is answered with `{ id, ok }` or `{ id, error }`.
/// Nothing of what passes is logged or kept. Everything runs on the main queue.
final class CardBridge: NSObject, WKScriptMessageHandlerWithReply, NFCTagReaderSessionDelegate {
  typealias Reply = (Any?, String?) -> Void

  private let origin: (scheme: String, host: String)
  private let consent: (String, @escaping (Bool) -> Void) -> Void
  private var session: NFCTagReaderSession?
  private var card: NFCISO7816Tag?
  private var gate = Gate()
  private var waiting: (id: Int, reply: Reply)?

  init(origin: (scheme: String, host: String), consent: @escaping (String, @escaping (Bool) -> Void) -> Void) {
    (self.origin, self.consent) = (origin, consent)
  }

  func install(in configuration: WKWebViewConfiguration) {
    configuration.userContentController.addScriptMessageHandler(self, contentWorld: .page, name: "cancuocCard")
  }

  func userContentController(
    _ controller: WKUserContentController, didReceive message: WKScriptMessage, replyHandler reply: @escaping Reply
  ) {
    let from = message.frameInfo.securityOrigin
    guard message.frameInfo.isMainFrame, from.protocol == origin.scheme, from.host == origin.host,
      let text = message.body as? String, let data = text.data(using: .utf8),
      let asked = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any], let id = asked["id"] as? Int
    else { return reply(nil, "refused") }
    switch asked["do"] as? String {
    case "open":
      consent("\(from.protocol)://\(from.host)") { [weak self] allowed in
        allowed ? self?.open(id, reply) : self?.fail(id, "denied", reply)
      }
    case "transmit": transmit(id, asked["apdu"] as? String ?? "", reply)
    case "show":
      session?.alertMessage = String((asked["words"] as? String ?? "").prefix(120))
      grant(id, [:], reply)
    case "close":
      leave()
      grant(id, [:], reply)
    default: reply(nil, "refused")
    }
  }

  private func open(_ id: Int, _ reply: @escaping Reply) {
    leave()
    guard NFCTagReaderSession.readingAvailable else { return fail(id, "absent", reply) }
    waiting = (id, reply)
    session = NFCTagReaderSession(pollingOption: .iso14443, delegate: self, queue: .main)
    session?.alertMessage = "Áp thẻ căn cước vào mặt sau điện thoại và giữ yên."
    session?.begin()
  }

  func tagReaderSessionDidBecomeActive(_ session: NFCTagReaderSession) {}

  func tagReaderSession(_ session: NFCTagReaderSession, didDetect tags: [NFCTag]) {
    guard session === self.session, tags.count == 1, case .iso7816(let found)? = tags.first else {
      return session.restartPolling()
    }
    session.connect(to: tags[0]) { [weak self] error in
      guard let self, let waiting = self.waiting else { return }
      guard error == nil else { return session.restartPolling() }
      (self.card, self.gate, self.waiting) = (found, Gate(), nil)
      self.grant(waiting.id, ["maxCommand": 261, "maxAnswer": 258], waiting.reply)
    }
  }

  func tagReaderSession(_ session: NFCTagReaderSession, didInvalidateWithError error: Error) {
    guard session === self.session else { return }
    if let (id, reply) = waiting {
      let code = (error as? NFCReaderError)?.code
      fail(id, code == .readerSessionInvalidationErrorUserCanceled ? "aborted" : "timeout", reply)
    }
    (self.session, card, waiting) = (nil, nil, nil)
  }

  private func transmit(_ id: Int, _ text: String, _ reply: @escaping Reply) {
    guard let card else { return fail(id, "lost", reply) }
    guard let command = octets(text), gate.pass(command), let apdu = NFCISO7816APDU(data: Data(command)) else {
      return fail(id, "refused", reply)
    }
    card.sendCommand(apdu: apdu) { [weak self] data, sw1, sw2, error in
      DispatchQueue.main.async {
        guard let self else { return }
        if error != nil {
          self.leave()
          return self.fail(id, "lost", reply)
        }
        self.gate.answered(command, (sw1, sw2))
        let answer = Array(data) + [sw1, sw2]
        self.grant(id, ["apdu": answer.map { String(format: "%02x", $0) }.joined()], reply)
      }
    }
  }

  private func leave() {
    if let (id, reply) = waiting { fail(id, "aborted", reply) }
    let ended = session
    (session, card, waiting) = (nil, nil, nil)
    ended?.invalidate()
  }

  private func grant(_ id: Int, _ ok: [String: Any], _ reply: Reply) { say(["id": id, "ok": ok], reply) }

  private func fail(_ id: Int, _ word: String, _ reply: Reply) { say(["id": id, "error": word], reply) }

  private func say(_ words: [String: Any], _ reply: Reply) {
    let data = try? JSONSerialization.data(withJSONObject: words)
    reply(data.flatMap { String(data: $0, encoding: .utf8) }, nil)
  }

  private func octets(_ text: String) -> [UInt8]? {
    guard text.count % 2 == 0, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }
}
