package example.portal

import android.app.Activity
import android.app.AlertDialog
import android.net.Uri
import android.os.Bundle
import android.webkit.WebResourceRequest
import android.webkit.WebView
import android.webkit.WebViewClient
import androidx.webkit.WebViewFeature

/** A portal's page, and nothing else, with the way to a card. */
class MainActivity : Activity() {
    private lateinit var bridge: CardBridge
    private val allowed = mutableSetOf<Uri>()

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        val page = WebView(this)
        page.settings.javaScriptEnabled = true
        page.webViewClient = object : WebViewClient() {
            // Other sites open in the browser, not in here.
            override fun shouldOverrideUrlLoading(view: WebView, request: WebResourceRequest) =
                request.isForMainFrame && request.url.let { "${it.scheme}://${it.authority}" } != PORTAL
        }
        bridge = CardBridge(this, ::ask)
        if (WebViewFeature.isFeatureSupported(WebViewFeature.WEB_MESSAGE_LISTENER)) bridge.install(page, setOf(PORTAL))
        setContentView(page)
        page.loadUrl("$PORTAL/check.html")
    }

    override fun onPause() {
        super.onPause()
        bridge.pause()
    }

    /** Once for each origin and run of the app. */
    private fun ask(origin: Uri, answer: (Boolean) -> Unit) {
        if (origin in allowed) return answer(true)
        AlertDialog.Builder(this)
            .setMessage("Cho trang $origin đọc thẻ căn cước của bạn?")
            .setPositiveButton("Cho phép") { _, _ -> allowed += origin; answer(true) }
            .setNegativeButton("Không") { _, _ -> answer(false) }
            .setOnCancelListener { answer(false) }
            .show()
    }

    private companion object {
        const val PORTAL = "https://portal.example"
    }
}
