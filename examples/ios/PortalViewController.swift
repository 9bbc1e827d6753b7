import UIKit
import WebKit

/// A portal's page, and nothing else, with the way to a card.
final class PortalViewController: UIViewController, WKNavigationDelegate {
  private static let portal = URL(string: "https://portal.example")!
  private var allowed: Set<String> = []
  private var bridge: CardBridge?

  override func loadView() {
    let configuration = WKWebViewConfiguration()
    let bridge = CardBridge(origin: ("https", "portal.example")) { [weak self] origin, answer in
      self?.ask(origin, answer)
    }
    bridge.install(in: configuration)
    self.bridge = bridge
    let page = WKWebView(frame: .zero, configuration: configuration)
    page.navigationDelegate = self
    page.load(URLRequest(url: Self.portal.appendingPathComponent("check.html")))
    view = page
  }

  /// Other sites do not open in here.
  func webView(
    _ webView: WKWebView, decidePolicyFor action: WKNavigationAction, decisionHandler: @escaping (WKNavigationActionPolicy) -> Void
  ) {
    let isPortal = action.request.url?.scheme == "https" && action.request.url?.host == Self.portal.host
    decisionHandler(isPortal || action.targetFrame?.isMainFrame == false ? .allow : .cancel)
  }

  /// Once for each origin and run of the app.
  private func ask(_ origin: String, _ answer: @escaping (Bool) -> Void) {
    if allowed.contains(origin) { return answer(true) }
    let words = "Cho trang \(origin) đọc thẻ căn cước của bạn?"
    let question = UIAlertController(title: nil, message: words, preferredStyle: .alert)
    question.addAction(UIAlertAction(title: "Không", style: .cancel) { _ in answer(false) })
    question.addAction(
      UIAlertAction(title: "Cho phép", style: .default) { [weak self] _ in
        self?.allowed.insert(origin)
        answer(true)
      })
    present(question, animated: true)
  }
}
